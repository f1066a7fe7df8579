package dev.retort.cli.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a database is and who logs in.
 *
 * @param origin the option or variable that says so, for messages
 * @param jdbcUrl the JDBC URL; its parameters may hold secrets
 * @param user the user, or empty for what the URL or the driver says
 * @param password the password, or empty for none, or one of the driver's own password file
 * @param parameters the driver's parameters beside those of the URL, by the driver's names
 */
public record ConnectionSettings(
    String origin,
    String jdbcUrl,
    Optional<String> user,
    Optional<String> password,
    Map<String, String> parameters) {

  public ConnectionSettings {
    parameters = Map.copyOf(parameters);
  }

  /** The same with further parameters, where they are not set already. */
  ConnectionSettings withDefaults(Map<String, String> defaults) {
    Map<String, String> all = new LinkedHashMap<>(defaults);
    all.putAll(parameters);
    return new ConnectionSettings(origin, jdbcUrl, user, password, all);
  }

  /** Without any value: the URL and the parameters may hold secrets, as the password is one. */
  @Override
  public String toString() {
    return "ConnectionSettings[from " + origin + "]";
  }
}
