package dev.retort.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.cli.output.UsageException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes an address apart that is written as libpq's connection URIs are ({@code
 * postgresql://user:password@host:port/name?sslmode=require}) or as JDBC's, with a user and a
 * password in it or not.
 *
 * <p>The rules of libpq's form: PostgreSQL's documentation, "Connection URIs".
 */
final class DatabaseUrl {

  private static final String JDBC = "jdbc:";
  private static final List<String> SCHEMES = List.of("postgresql://", "postgres://");

  /** libpq's names of what the driver calls otherwise. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout");

  private DatabaseUrl() {}

  /**
   * The settings that an address holds.
   *
   * @param origin the option or variable that holds it
   * @throws UsageException if it is of no known form
   */
  static ConnectionSettings parse(String origin, String url) {
    boolean jdbc = url.startsWith(JDBC);
    String address = jdbc ? url.substring(JDBC.length()) : url;
    if (jdbc && address.startsWith("postgresql:") && !address.startsWith("postgresql://")) {
      // A database of the driver's default server, jdbc:postgresql:name.
      return new ConnectionSettings(origin, url, Optional.empty(), Optional.empty(), Map.of());
    }
    String rest =
        SCHEMES.stream()
            .filter(address::startsWith)
            .findFirst()
            .map(scheme -> address.substring(scheme.length()))
            .orElseThrow(() -> unusable(origin));
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    Map<String, String> parameters =
        new LinkedHashMap<>(
            parameters(origin, question < 0 ? "" : rest.substring(question + 1), jdbc));
    int slash = place.indexOf('/');
    String authority = slash < 0 ? place : place.substring(0, slash);
    String name = slash < 0 ? "" : place.substring(slash + 1);
    int at = authority.lastIndexOf('@');
    String hosts = authority.substring(at + 1);
    if (name.indexOf('@') >= 0 || hosts.contains("%2F") || hosts.contains("%2f")) {
      throw unusable(origin);
    }
    List<String> login = at < 0 ? List.of() : List.of(authority.substring(0, at).split(":", 2));
    Optional<String> user =
        Optional.ofNullable(parameters.remove("user"))
            .or(() -> login.stream().findFirst().map(text -> decoded(origin, text)))
            .filter(text -> !text.isEmpty());
    Optional<String> password =
        Optional.ofNullable(parameters.remove("password"))
            .or(() -> login.stream().skip(1).findFirst().map(text -> decoded(origin, text)))
            .filter(text -> !text.isEmpty());
    // The driver decodes a name as forms are: there a plus sign is a space.
    String path = jdbc ? name : name.replace("+", "%2B");
    String jdbcUrl = JDBC + "postgresql://" + hosts(origin, hosts) + "/" + path;
    return new ConnectionSettings(origin, jdbcUrl, user, password, parameters);
  }

  /** Hosts with their ports, each checked, so that the driver has nothing to complain of. */
  private static String hosts(String origin, String hosts) {
    List<String> checked = new ArrayList<>();
    for (String host : hosts.split(",", -1)) {
      int colon = host.startsWith("[") ? host.indexOf("]:") + 1 : host.indexOf(':');
      String port = colon <= 0 ? "" : host.substring(colon + 1);
      String name = colon <= 0 ? host : host.substring(0, colon);
      if (colon == 0 && !host.startsWith("[") && host.startsWith(":")) {
        throw unusable(origin);
      }
      if (!port.isEmpty() && !Ports.isPort(port)) {
        throw unusable(origin);
      }
      checked.add((name.isEmpty() ? "localhost" : name) + ":" + (port.isEmpty() ? "5432" : port));
    }
    return String.join(",", checked);
  }

  private static Map<String, String> parameters(String origin, String query, boolean jdbc) {
    Map<String, String> parameters = new HashMap<>();
    // The driver decodes parameters as forms are: there a plus sign is a space.
    String decodable = jdbc ? query.replace("+", "%20") : query;
    for (String parameter : decodable.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals > 0) {
        String name = decoded(origin, parameter.substring(0, equals));
        parameters.put(
            DRIVER_NAMES.getOrDefault(name, name),
            decoded(origin, parameter.substring(equals + 1)));
      } else if (!parameter.isEmpty()) {
        throw unusable(origin);
      }
    }
    return parameters;
  }

  /** Decodes percent signs only: a plus sign in a password is a plus sign. */
  private static String decoded(String origin, String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException notPercentEncoded) {
      throw unusable(origin);
    }
  }

  private static UsageException unusable(String origin) {
    return new UsageException(ConnectionProblems.unusableUrl(origin));
  }
}
