package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How long a session may do nothing: meant for the application's, and not for one that waits
 * between the lots of a backfill, or for locks.
 */
final class IdleTimeout {

  private final Connection connection;
  private final String value;

  private IdleTimeout(Connection connection, String value) {
    this.connection = connection;
    this.value = value;
  }

  /** Lifts it for the session, if there is one. */
  static IdleTimeout lift(Connection connection, DatabaseAccess access) throws SQLException {
    IdleTimeout timeout = new IdleTimeout(connection, access.idleTimeout());
    timeout.set("0");
    return timeout;
  }

  /** Sets it as it was; where that fails, the session is lost. */
  void restore() {
    try {
      set(value);
    } catch (SQLException ignored) {
      // Said above.
    }
  }

  private void set(String wanted) throws SQLException {
    if (!value.equals("0")) {
      try (Statement statement = Session.plain(connection)) {
        statement.execute("SET idle_session_timeout = " + literal(wanted));
      }
    }
  }
}
