package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a session keeps to while it migrates: the server does not end it because it does nothing for
 * a while, between the lots of a backfill or while it waits for locks; and ends it soon after its
 * process was killed or its host was lost, so that a statement that takes long does not keep the
 * next process from the migration lock.
 */
final class SessionUpkeep {

  private static final String IDLE = "idle_session_timeout";

  /**
   * How the server is to look for its client, where nobody has said so; PostgreSQL 14 and later.
   */
  private static final String CHECK = "client_connection_check_interval";

  private static final String CHECK_EVERY = "1s";

  /** After how many seconds of silence, at most, the server's system asks for the client's host. */
  private static final int KEEPALIVE_SECONDS = 30;

  private static final String KEEPALIVE = "tcp_keepalives_idle";

  private final Connection connection;
  private final List<String> restoring = new ArrayList<>();

  private SessionUpkeep(Connection connection) {
    this.connection = connection;
  }

  /** Sets what is not so already, for the session; it must be in autocommit mode. */
  static SessionUpkeep begin(Connection connection, DatabaseAccess access) throws SQLException {
    SessionUpkeep upkeep = new SessionUpkeep(connection);
    if (!access.idleTimeout().equals("0")) {
      upkeep.set(IDLE, "0", access.idleTimeout());
    }
    if (access.checkInterval().equals("0")) {
      upkeep.trySet(CHECK, CHECK_EVERY, access.checkInterval());
    }
    if (access.keepalive() > KEEPALIVE_SECONDS) {
      upkeep.trySet(
          KEEPALIVE, String.valueOf(KEEPALIVE_SECONDS), String.valueOf(access.keepalive()));
    }
    return upkeep;
  }

  /** Not every system that a server runs on can do it. */
  private void trySet(String name, String wanted, String before) throws SQLException {
    try {
      set(name, wanted, before);
    } catch (SQLException e) {
      if (SqlStates.isConnectionLost(e)) {
        throw e;
      }
    }
  }

  private void set(String name, String wanted, String before) throws SQLException {
    execute("SET " + name + " = " + literal(wanted));
    restoring.add("SET " + name + " = " + literal(before));
  }

  /** Sets it as it was; where that fails, the session is lost. */
  void end() {
    if (restoring.isEmpty()) {
      return;
    }
    try {
      execute(String.join("; ", restoring));
    } catch (SQLException ignored) {
      // Said above.
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = Session.plain(connection)) {
      statement.execute(sql);
    }
  }
}
