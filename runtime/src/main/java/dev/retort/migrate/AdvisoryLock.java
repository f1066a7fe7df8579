package dev.retort.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The lock that keeps two processes from migrating the same schema of a database at once: a session
 * advisory lock, which PostgreSQL releases by itself when the connection ends, however it ends.
 *
 * <p>It is polled with no transaction open. A blocking wait would hold a snapshot, and a CREATE
 * INDEX CONCURRENTLY of the process that has the lock would wait for that snapshot: a deadlock.
 */
final class AdvisoryLock {

  private static final long SHORTEST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 500;
  private static final long SECOND_NANOS = 1_000_000_000;

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
    return acquire(connection, schema, wait, LockWait.SILENT).orElseThrow();
  }

  /**
   * Waits for the lock; the connection must be in autocommit mode.
   *
   * @return the lock; none if it is not needed any more
   * @throws MigrationLockException if it is not free in time, or the thread is interrupted
   */
  static Optional<AdvisoryLock> acquire(
      Connection connection, String schema, Duration wait, LockWait waiting) throws SQLException {
    AdvisoryLock lock = new AdvisoryLock(connection, key(schema));
    Polling polling = new Polling(connection, lock.key, wait, waiting);
    while (!lock.call("SELECT pg_catalog.pg_try_advisory_lock(?), pg_catalog.pg_backend_pid()")) {
      polling.pause();
      if (lock.isOver(waiting)) {
        return Optional.empty();
      }
    }
    return Optional.of(lock);
  }

  /**
   * Asks while nobody has the lock for himself, so not in the middle of another's migration; many
   * may ask at once.
   */
  private boolean isOver(LockWait waiting) throws SQLException {
    if (!call("SELECT pg_catalog.pg_try_advisory_lock_shared(?), pg_catalog.pg_backend_pid()")) {
      return false;
    }
    try {
      return waiting.isOver();
    } finally {
      release("SELECT pg_catalog.pg_advisory_unlock_shared(?), pg_catalog.pg_backend_pid()");
    }
  }

  /**
   * The pauses between attempts at the lock: each a quarter of what has been waited, so that no
   * migration is waited for much longer than it takes.
   */
  static final class Polling {

    private final Connection connection;
    private final long key;
    private final Duration wait;
    private final LockWait waiting;
    private final long begin = System.nanoTime();
    private boolean isTold;

    Polling(Connection connection, long key, Duration wait, LockWait waiting) {
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
      long waited = System.nanoTime() - begin;
      if (waited - wait.toNanos() >= 0) {
        throw Failures.locked(MigrationProblems.lockHeld(wait, LockHolder.of(connection, key)));
      }
      if (!isTold && waited >= SECOND_NANOS) {
        isTold = true;
        List<String> holders = new ArrayList<>();
        for (LockHolder holder : LockHolder.of(connection, key)) {
          holders.add(holder.text());
        }
        waiting.told(holders);
      }
      long quarter = waited / 4_000_000;
      Pauses.sleep(
          Math.max(SHORTEST_PAUSE_MILLIS, Math.min(quarter, LONGEST_PAUSE_MILLIS)),
          "the migration lock");
    }
  }

  /** The id of the server's process that holds the lock. */
  int serverProcess() {
    return serverProcess;
  }

  /**
   * Releases it; the end of the connection does so too, so there is nothing to do if this fails.
   */
  void release() {
    release("SELECT pg_catalog.pg_advisory_unlock(?), pg_catalog.pg_backend_pid()");
  }

  private void release(String sql) {
    try {
      call(sql);
    } catch (SQLException e) {
      System.getLogger("dev.retort")
          .log(Level.DEBUG, "the migration lock was not released by hand", e);
    }
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
        + " ON d.oid OPERATOR(pg_catalog.=) l.database"
        + " AND d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()"
        + " WHERE l.locktype OPERATOR(pg_catalog.=) 'advisory' AND l.granted"
        + " AND l.objsubid OPERATOR(pg_catalog.=) 1"
        + " AND l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()"
        + " AND l.classid OPERATOR(pg_catalog.=) "
        + (key >>> 32)
        + "::pg_catalog.oid AND l.objid OPERATOR(pg_catalog.=) "
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
}
