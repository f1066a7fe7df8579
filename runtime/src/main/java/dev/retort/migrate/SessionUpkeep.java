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
      upkeep.execute(set(IDLE, "0"));
      upkeep.restoring.add(set(IDLE, access.idleTimeout()));
    }
    if (access.checkInterval().equals("0")) {
      upkeep.watch(access);
    }
    return upkeep;
  }

  /** Not every system that a server runs on can do it. */
  private void watch(DatabaseAccess access) throws SQLException {
    List<String> watching = new ArrayList<>(List.of(set(CHECK, CHECK_EVERY)));
    List<String> before = new ArrayList<>(List.of(set(CHECK, access.checkInterval())));
    if (access.keepalive() > KEEPALIVE_SECONDS) {
      watching.add(set(KEEPALIVE, String.valueOf(KEEPALIVE_SECONDS)));
      before.add(set(KEEPALIVE, String.valueOf(access.keepalive())));
    }
    try {
      execute(String.join("; ", watching));
      restoring.addAll(before);
    } catch (SQLException e) {
      if (SqlStates.isConnectionLost(e)) {
        throw e;
      }
    }
  }

  private static String set(String name, String value) {
    return "SET " + name + " = " + literal(value);
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
