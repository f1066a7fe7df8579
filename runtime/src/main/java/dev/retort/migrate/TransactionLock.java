package dev.retort.migrate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The migration lock for connections through a pooler in transaction mode: each transaction takes
 * it anew, and PostgreSQL releases it with the transaction. As other processes may have migrated
 * between two of them, each looks at what is recorded before anything else.
 *
 * <p>It is the lock of {@link AdvisoryLock}, so that processes with either of them wait for each
 * other; and it is polled too, with no transaction open.
 */
final class TransactionLock {

  private final MigrationSettings settings;
  private final LockWait waiting;
  private TreeSet<String> expected = new TreeSet<>();
  private Optional<String> begun = Optional.empty();

  /**
   * A lock that nobody holds.
   *
   * @param waiting is told who has the lock; each transaction waits for it in any case
   */
  TransactionLock(MigrationSettings settings, LockWait waiting) {
    this.settings = settings;
    this.waiting = waiting;
  }

  /** What the first transaction is to find recorded. */
  void expect(RecordedState state) {
    expect(state.ids());
    begun = state.begun();
  }

  /** What the next transaction is to find recorded, of which nothing is begun. */
  void expect(Collection<String> heads) {
    expected = new TreeSet<>(heads);
    begun = Optional.empty();
  }

  /**
   * Takes the lock for the transaction that now begins; the connection must not be in autocommit
   * mode.
   *
   * @throws MigrationLockException if it is not free in time, or the thread is interrupted
   * @throws HeadsMovedException if something else is recorded than is expected
   */
  void take(Connection connection) throws SQLException {
    takeUnseen(connection);
    RecordedState state = RecordedHeads.read(connection, settings.schema());
    if (!state.begun().equals(begun) || !new TreeSet<>(state.ids()).equals(expected)) {
      throw new HeadsMovedException("expected " + expected + ", found " + state.ids());
    }
  }

  /** Waits until no other process has the lock; the connection must be in autocommit mode. */
  void awaitFree(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    takeUnseen(connection);
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** The same, whatever is recorded. */
  void takeUnseen(Connection connection) throws SQLException {
    long key = AdvisoryLock.key(settings.schema());
    AdvisoryLock.Polling polling =
        new AdvisoryLock.Polling(connection, key, settings.lockWait(), waiting);
    while (!isFree(connection, key)) {
      connection.rollback();
      connection.setAutoCommit(true);
      polling.pause();
      connection.setAutoCommit(false);
    }
  }

  private static boolean isFree(Connection connection, long key) throws SQLException {
    try (Statement statement = Session.plain(connection);
        ResultSet row =
            statement.executeQuery("SELECT pg_catalog.pg_try_advisory_xact_lock(" + key + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
