package dev.retort.benchmarks.load;

import dev.retort.Retort;
import dev.retort.benchmarks.Interleaved;
import dev.retort.migrate.LockRetry;
import dev.retort.migrate.MigrationListener;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * How long the traffic on a table stalls while a revision alters it: beside a plain {@code ALTER
 * TABLE}, and beside no change at all.
 */
public final class LoadBenchmark {

  private static final long UNDISTURBED_MILLIS = 3_000;

  private LoadBenchmark() {}

  /** What happens to the table. */
  private interface Change {
    /** Makes it and gives how many attempts it took. */
    int make(DataSource dataSource) throws Exception;
  }

  /** One run with one change. */
  private record Stall(double longest, double whole, int attempts, int transactions, int failed) {}

  /**
   * Runs the benchmark and prints its result.
   *
   * @param arguments the lock timeout in milliseconds, and the number of rounds
   */
  public static void main(String[] arguments) throws Exception {
    Duration timeout = Duration.ofMillis(Long.parseLong(arguments[0]));
    int rounds = Integer.parseInt(arguments[1]);
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("no change", LoadBenchmark::none);
    changes.put("plain ALTER TABLE", LoadBenchmark::plain);
    changes.put("Retort", dataSource -> retort(dataSource, timeout));
    Map<String, List<Stall>> stalls = new LinkedHashMap<>();
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      for (int round = 0; round < rounds; round++) {
        for (Map.Entry<String, Change> change : changes.entrySet()) {
          stalls
              .computeIfAbsent(change.getKey(), any -> new ArrayList<>())
              .add(run(server.getPostgresDatabase(), change.getValue()));
        }
      }
    }
    System.out.printf(
        "%nTraffic on a table, beside a report that takes %d ms each time; lock timeout %d ms,"
            + " medians (greatest) of %d rounds%n%n",
        Traffic.REPORT_MILLIS, timeout.toMillis(), rounds);
    System.out.println("| | longest stall, ms | change, ms | attempts | transactions | failed |");
    System.out.println("|---|---|---|---|---|---|");
    stalls.forEach(LoadBenchmark::print);
  }

  private static void print(String name, List<Stall> all) {
    System.out.printf(
        "| %s | %.0f (%.0f) | %.0f (%.0f) | %.0f (%.0f) | %.0f | %d |%n",
        name,
        Interleaved.median(all.stream().map(Stall::longest).toList()),
        all.stream().mapToDouble(Stall::longest).max().orElseThrow(),
        Interleaved.median(all.stream().map(Stall::whole).toList()),
        all.stream().mapToDouble(Stall::whole).max().orElseThrow(),
        Interleaved.median(all.stream().map(each -> (double) each.attempts()).toList()),
        all.stream().mapToDouble(Stall::attempts).max().orElseThrow(),
        Interleaved.median(all.stream().map(each -> (double) each.transactions()).toList()),
        all.stream().mapToInt(Stall::failed).sum());
  }

  private static Stall run(DataSource dataSource, Change change) throws Exception {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS account, retort_version, retort_history; CHECKPOINT");
      Traffic.prepare(statement);
    }
    Traffic traffic = new Traffic(dataSource);
    try {
      Thread.sleep(Traffic.REPORT_MILLIS / 3);
      long start = System.nanoTime();
      int attempts = change.make(dataSource);
      double whole = (System.nanoTime() - start) / 1e6;
      Thread.sleep(100);
      return new Stall(
          traffic.longestMillis(), whole, attempts, traffic.transactions(), traffic.failed());
    } finally {
      traffic.end();
    }
  }

  private static int none(DataSource dataSource) throws InterruptedException {
    Thread.sleep(UNDISTURBED_MILLIS);
    return 0;
  }

  private static int plain(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE account ADD COLUMN note text");
    }
    return 1;
  }

  private static int retort(DataSource dataSource, Duration timeout) {
    AtomicInteger attempts = new AtomicInteger(1);
    Retort.on(dataSource)
        .registry(
            new OneRevision(
                "a1", op -> op.addColumn("account", Column.column("note", SqlType.text()))))
        .statementLockTimeout(timeout)
        .lockAttempts(100)
        .listener(
            new MigrationListener() {
              @Override
              public void retrying(LockRetry retry) {
                attempts.incrementAndGet();
              }
            })
        .upgrade();
    return attempts.get();
  }
}
