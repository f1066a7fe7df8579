package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The lock that keeps two processes from migrating the same schema of a database at once: a session
 * advisory lock, which PostgreSQL releases by itself when the connection ends, however it ends.
 *
 * <p>It is polled with no transaction open. A blocking wait would hold a snapshot, and a CREATE
 * INDEX CONCURRENTLY of the process that has the lock would wait for that snapshot: a deadlock.
 */
final class AdvisoryLock {

  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 500;

  /** The upper half of the key, which keeps it apart from the numbers of others: "reto". */
  private static final long RETORT = 0x7265746fL;

  private final Connection connection;
  private final long key;
  private int serverProcess;

  private AdvisoryLock(Connection connection, long key) {
    this.connection = connection;
    this.key = key;
  }

  /** Waits for the lock, and tells nobody. */
  static AdvisoryLock acquire(Connection connection, String schema, Duration wait)
      throws SQLException {
    return acquire(connection, schema, wait, holders -> {});
  }

  /**
   * Waits for the lock; the connection must be in autocommit mode.
   *
   * @param waiting is told who has the lock, where it is not free at once
   * @throws MigrationLockException if it is not free in time, or the thread is interrupted
   */
  static AdvisoryLock acquire(
      Connection connection, String schema, Duration wait, Consumer<List<String>> waiting)
      throws SQLException {
    AdvisoryLock lock = new AdvisoryLock(connection, key(schema));
    Polling polling = new Polling(connection, lock.key, wait, waiting);
    while (!lock.call("SELECT pg_catalog.pg_try_advisory_lock(?), pg_catalog.pg_backend_pid()")) {
      polling.pause();
    }
    return lock;
  }

  /** The pauses between attempts at the lock. */
  static final class Polling {

    private final Connection connection;
    private final long key;
    private final Duration wait;
    private final Consumer<List<String>> waiting;
    private final long begin = System.nanoTime();
    private long pause = FIRST_PAUSE_MILLIS;

    Polling(Connection connection, long key, Duration wait, Consumer<List<String>> waiting) {
      this.connection = connection;
      this.key = key;
      this.wait = wait;
      this.waiting = waiting;
    }

    /**
     * Waits before the next attempt; the connection must be in autocommit mode.
     *
     * @throws MigrationLockException if there is no time for another one, or the thread is
     *     interrupted
     */
    void pause() throws SQLException {
      if (System.nanoTime() - begin - wait.toNanos() >= 0) {
        throw new MigrationLockException(
            MigrationProblems.lockHeld(wait, holders(connection, key)));
      }
      if (pause == FIRST_PAUSE_MILLIS) {
        waiting.accept(holders(connection, key));
      }
      Pauses.sleep(pause, "the migration lock");
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }

  /** The id of the server's process that holds the lock. */
  int serverProcess() {
    return serverProcess;
  }

  void release() throws SQLException {
    call("SELECT pg_catalog.pg_advisory_unlock(?), pg_catalog.pg_backend_pid()");
  }

  /**
   * PostgreSQL's advisory locks are numbers; one for each schema of a database. Where two schemas
   * share one, their migrations wait for each other, which is no harm; so no better hash is needed,
   * and this one is there without the start of the security providers.
   */
  static long key(String schema) {
    CRC32 hash = new CRC32();
    hash.update(schema.getBytes(UTF_8));
    return RETORT << 32 | hash.getValue();
  }

  /** SQL's condition for the lock of the schema being held by the session that asks. */
  static String isHeld(String schema) {
    long key = key(schema);
    return "EXISTS (SELECT FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_database d"
        + " ON d.oid = l.database AND d.datname = pg_catalog.current_database()"
        + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
        + " AND l.pid = pg_catalog.pg_backend_pid() AND l.classid = "
        + (key >>> 32)
        + "::pg_catalog.oid AND l.objid = "
        + (key & 0xffffffffL)
        + "::pg_catalog.oid)";
  }

  private boolean call(String sql) throws SQLException {
    try (Statement statement = Session.plain(connection);
        ResultSet row = statement.executeQuery(sql.replace("?", String.valueOf(key)))) {
      row.next();
      serverProcess = row.getInt(2);
      return row.getBoolean(1);
    }
  }

  /** Operators by their schema too: others may have made more fitting ones in the search path. */
  private static final String HOLDERS =
      """
      SELECT l.pid, a.usename, a.application_name, pg_catalog.host(a.client_addr),
        pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), a.state,
        p.gid, p.owner,
        pg_catalog.to_char(p.prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')
      FROM pg_catalog.pg_locks l
        LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) l.pid
        LEFT JOIN pg_catalog.pg_locks x ON l.pid IS NULL AND x.pid IS NULL
          AND x.virtualtransaction OPERATOR(pg_catalog.=) l.virtualtransaction
          AND x.locktype OPERATOR(pg_catalog.=) 'transactionid'
          AND EXISTS (SELECT FROM pg_catalog.pg_prepared_xacts own
                      WHERE own.transaction OPERATOR(pg_catalog.=) x.transactionid)
        LEFT JOIN pg_catalog.pg_prepared_xacts p
          ON p.transaction OPERATOR(pg_catalog.=) x.transactionid
      WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory' AND l.granted
        AND l.objsubid OPERATOR(pg_catalog.=) 1
        AND l.database OPERATOR(pg_catalog.=)
          (SELECT d.oid FROM pg_catalog.pg_database d
           WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())
        AND l.classid::pg_catalog.int8 OPERATOR(pg_catalog.=) ?
        AND l.objid::pg_catalog.int8 OPERATOR(pg_catalog.=) ?
      """;

  private static List<String> holders(Connection connection, long key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
      statement.setLong(1, key >>> 32);
      statement.setLong(2, key & 0xffffffffL);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> holders = new ArrayList<>();
        while (rows.next()) {
          holders.add(holder(rows));
        }
        return holders;
      }
    }
  }

  private static String holder(ResultSet row) throws SQLException {
    String process = told("pid ", row, 1, "");
    if (!process.isEmpty()) {
      return process
          + told(", user ", row, 2, "")
          + told(", application ", row, 3, "")
          + told(", from ", row, 4, "")
          + told(", connected since ", row, 5, " UTC")
          + told(", ", row, 6, "");
    }
    String name = row.getString(7);
    return name == null
        ? "a prepared transaction that has ended since"
        : MigrationProblems.PREPARED
            + literal(name)
            + told(", user ", row, 8, "")
            + told(", prepared on ", row, 9, " UTC");
  }

  /** The column's text with what surrounds it; nothing if there is none. */
  private static String told(String before, ResultSet row, int column, String after)
      throws SQLException {
    String text = row.getString(column);
    return text == null || text.isEmpty() ? "" : before + text + after;
  }
}
