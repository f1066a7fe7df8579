package dev.retort.migrate;

import static java.util.stream.Collectors.joining;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The settings of a session (search_path, role, timeouts and all others that SET can change), so
 * that they can be put back after SQL or code of a revision's author has run.
 */
final class SessionSettings {

  /**
   * User and role are not in pg_settings, and come first because the right to set others hangs on
   * them. The transaction's own properties end with it.
   */
  private static final String READ =
      """
      SELECT 'session_authorization', pg_catalog.current_setting('session_authorization')
      UNION ALL SELECT 'role', pg_catalog.current_setting('role')
      UNION ALL SELECT name, setting FROM pg_catalog.pg_settings
      WHERE context OPERATOR(pg_catalog.=) ANY (ARRAY['user', 'superuser'])
        AND name OPERATOR(pg_catalog.<>) ALL (ARRAY['role', 'session_authorization',
          'transaction_isolation', 'transaction_read_only', 'transaction_deferrable'])
      """;

  private final Map<String, String> values;

  private SessionSettings(Map<String, String> values) {
    this.values = values;
  }

  /** The settings as they are; a transaction that is open must not have failed. */
  static SessionSettings of(Connection connection) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(READ)) {
      while (rows.next()) {
        values.put(rows.getString(1), rows.getString(2));
      }
    }
    return new SessionSettings(values);
  }

  /** Sets again what is no longer as it was, as far as that can be done. */
  void restoreQuietly(Connection connection) {
    try {
      restore(connection);
    } catch (SQLException e) {
      // A lost connection takes its settings along, and that it is lost is said elsewhere.
      Level level = SqlStates.isConnectionLost(e) ? Level.DEBUG : Level.WARNING;
      System.getLogger("dev.retort").log(level, "the settings of the session were not put back", e);
    }
  }

  /** Sets again what is no longer as it was, outside of a transaction. */
  void restore(Connection connection) throws SQLException {
    restore(connection, Set.of());
  }

  /**
   * Sets again what is no longer as it was, for the session.
   *
   * @param hidden what is set again whatever it is, as a value for the transaction alone may hide
   *     one for the session; that value is lost
   */
  void restore(Connection connection, Set<String> hidden) throws SQLException {
    Map<String, String> same = of(connection).values;
    same.keySet().removeAll(hidden);
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.entrySet().removeAll(same.entrySet());
    if (changed.containsKey("session_authorization")) {
      // Setting it also resets the role.
      changed.put("role", values.get("role"));
    }
    if (changed.isEmpty()) {
      return;
    }
    String sql =
        changed.keySet().stream()
            .map(name -> "pg_catalog.set_config(?, ?, false)")
            .collect(joining(", ", "SELECT ", ""));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (Map.Entry<String, String> setting : changed.entrySet()) {
        statement.setString(parameter++, setting.getKey());
        statement.setString(parameter++, setting.getValue());
      }
      statement.execute();
    }
  }
}
