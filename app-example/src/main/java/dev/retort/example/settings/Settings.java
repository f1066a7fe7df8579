package dev.retort.example.settings;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The application's settings.
 *
 * @param port the HTTP port, or empty when none was asked for
 * @param database the database to use, or empty for an embedded one
 */
public record Settings(OptionalInt port, Optional<DatabaseAddress> database) {

  /**
   * Settings from variables: {@code PORT}, and {@code DATABASE_URL} or any of {@code DB_HOST},
   * {@code DB_PORT}, {@code DB_NAME}, {@code DB_USER}, {@code DB_PASSWORD}. An empty variable
   * counts as absent.
   *
   * @throws SettingsException if a value cannot be used
   */
  public static Settings from(Map<String, String> variables) {
    Optional<String> port = value(variables, "PORT");
    return new Settings(
        port.isPresent() ? OptionalInt.of(port(port.get(), "PORT", 0)) : OptionalInt.empty(),
        database(variables));
  }

  /** The same settings with another port; 0 is any free one. */
  public Settings withPort(int other) {
    return new Settings(OptionalInt.of(other), database);
  }

  private static Optional<DatabaseAddress> database(Map<String, String> variables) {
    Optional<String> url = value(variables, "DATABASE_URL");
    Optional<String> user = value(variables, "DB_USER");
    Optional<String> password = value(variables, "DB_PASSWORD");
    if (url.isPresent()) {
      return Optional.of(DatabaseAddress.parse(url.get(), user, password));
    }
    boolean named =
        Stream.of("DB_HOST", "DB_PORT", "DB_NAME", "DB_USER", "DB_PASSWORD")
            .anyMatch(name -> value(variables, name).isPresent());
    if (!named) {
      return Optional.empty();
    }
    return Optional.of(
        DatabaseAddress.of(
            value(variables, "DB_HOST").orElse("localhost"),
            port(value(variables, "DB_PORT").orElse("5432"), "DB_PORT", 1),
            value(variables, "DB_NAME").orElse("aurumai"),
            Optional.of(user.orElse("aurumai")),
            password));
  }

  private static Optional<String> value(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static int port(String text, String name, int least) {
    try {
      int port = Integer.parseInt(text);
      if (port >= least && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below, like a number out of range.
    }
    throw new SettingsException(
        name
            + " is '"
            + text
            + "', which is no port. Write a number up to 65535: "
            + name
            + "="
            + (name.equals("PORT") ? "8000" : "5432"));
  }
}
