package dev.retort.example.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Where a database is and who connects to it.
 *
 * @param jdbcUrl the JDBC URL
 * @param user the user, or empty for what the URL or the driver says
 * @param password the password, or empty for none
 */
public record DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {

  static DatabaseAddress of(
      String host, int port, String name, Optional<String> user, Optional<String> password) {
    String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    String url = "jdbc:postgresql://" + literal + ":" + port + "/" + URLEncoder.encode(name, UTF_8);
    return new DatabaseAddress(url, user, password);
  }

  /**
   * An address from {@code jdbc:postgresql:…}, or from {@code postgresql://user:password@host/name}
   * as most platforms hand it out. Messages never repeat the URL: it may hold the password.
   *
   * @throws SettingsException if the URL is of neither form
   */
  static DatabaseAddress parse(String url, Optional<String> user, Optional<String> password) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(url, user, password);
    }
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw unusable();
    }
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null || uri.getRawPath().length() < 2) {
        throw unusable();
      }
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      int port = uri.getPort() < 0 ? 5432 : uri.getPort();
      String jdbc = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query;
      String[] login =
          uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
      return new DatabaseAddress(
          jdbc,
          login.length > 0 ? Optional.of(decoded(login[0])) : user,
          login.length > 1 ? Optional.of(decoded(login[1])) : password);
    } catch (URISyntaxException e) {
      throw unusable();
    }
  }

  /** Decodes percent signs only: a plus sign in a password is a plus sign. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  private static SettingsException unusable() {
    return new SettingsException(
        "DATABASE_URL is no address of a PostgreSQL database."
            + " Write DATABASE_URL=postgresql://user:password@localhost:5432/aurumai");
  }

  /** Without the password, and without a URL that may hold one. */
  @Override
  public String toString() {
    return "DatabaseAddress[user=" + user.orElse("") + "]";
  }
}
