package dev.retort.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Short transactions on one table, as pgbench has them, and a report on it that takes long: what a
 * change of the table has to wait for, while all that comes after it waits for the change.
 */
final class Traffic {

  static final int ROWS = 100_000;
  static final long REPORT_MILLIS = 1_500;

  private static final int CLIENTS = 4;

  private final DataSource dataSource;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicInteger transactions = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean ended;

  Traffic(DataSource dataSource) {
    this.dataSource = dataSource;
    for (int i = 0; i < CLIENTS; i++) {
      start(this::client);
    }
    start(this::report);
  }

  /** Makes the table. */
  static void prepare(Statement statement) throws SQLException {
    statement.execute("CREATE TABLE account (id bigint PRIMARY KEY, balance bigint NOT NULL)");
    statement.execute("INSERT INTO account SELECT i, 0 FROM generate_series(1, " + ROWS + ") i");
  }

  /** Milliseconds that the longest transaction took. */
  double longestMillis() {
    return longest.get() / 1e6;
  }

  int transactions() {
    return transactions.get();
  }

  int failed() {
    return failed.get();
  }

  /** Lets the transactions end that are under way. */
  void end() throws InterruptedException {
    ended = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                while (!ended) {
                  work.once(connection);
                }
              } catch (SQLException | InterruptedException e) {
                failed.incrementAndGet();
              }
            });
    threads.add(thread);
    thread.start();
  }

  private interface Work {
    void once(Connection connection) throws SQLException, InterruptedException;
  }

  private void client(Connection connection) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE account SET balance = balance + 1 WHERE id = ?")) {
      update.setLong(1, ThreadLocalRandom.current().nextLong(ROWS) + 1);
      update.executeUpdate();
    }
    connection.commit();
    long took = System.nanoTime() - start;
    longest.accumulateAndGet(took, Math::max);
    transactions.incrementAndGet();
    Thread.sleep(2);
  }

  private void report(Connection connection) throws SQLException, InterruptedException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT sum(balance) FROM account");
      Thread.sleep(REPORT_MILLIS);
    }
    connection.commit();
    Thread.sleep(REPORT_MILLIS / 5);
  }
}
