package dev.retort.migrate;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.UpgradeResult;
import dev.retort.schema.Index;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that finds another one migrating. */
class WaitingTest {

  private static final TestRegistry REGISTRY =
      TestRegistry.of(
          revision("a", op -> op.createTable("t", column("id", bigint()))),
          revision("b", op -> op.createIndexConcurrently("t", Index.index("i", "id")), "a"));

  private final TestDatabase database = TestDatabase.create();
  private final Retort retort =
      Retort.on(database.dataSource()).registry(REGISTRY).lockWaitTimeout(Duration.ofSeconds(30));
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void goesOnWithoutTheLockOnceNothingIsLeft() throws Exception {
    retort.ensureVersion();
    try (Connection holder = database.connection();
        Connection other = database.connection();
        Statement holds = holder.createStatement();
        Statement looks = other.createStatement()) {
      holds.execute(call("pg_advisory_lock"));
      Future<UpgradeResult> waiting = threads.submit(() -> retort.upgrade());
      waitForConnection();
      // As another does who waits, so that nobody gets the lock for himself.
      Future<Boolean> looking =
          threads.submit(() -> looks.execute(call("pg_advisory_lock_shared")));
      record(holds);
      holds.execute(call("pg_advisory_unlock"));
      assertThat(looking.get(30, TimeUnit.SECONDS)).isTrue();

      UpgradeResult result = waiting.get(30, TimeUnit.SECONDS);

      assertThat(result.changed()).isFalse();
      assertThat(result.to()).containsExactly("b");
    }
  }

  @Test
  void doesNotGoOnInTheMiddleOfAnothersMigration() throws Exception {
    retort.ensureVersion();
    try (Connection holder = database.connection();
        Statement holds = holder.createStatement()) {
      holds.execute(call("pg_advisory_lock"));
      Future<UpgradeResult> waiting = threads.submit(() -> retort.upgrade());
      waitForConnection();
      record(holds);
      Thread.sleep(500);
      assertThat(waiting.isDone()).isFalse();

      holds.execute("DELETE FROM retort_version");
      holds.execute(call("pg_advisory_unlock"));

      assertThat(waiting.get(30, TimeUnit.SECONDS).applied()).hasSize(2);
    }
  }

  @Test
  void waitsForOneThatRunsInPartsWhatItsOwnLockCannot() throws Exception {
    retort.ensureVersion();
    try (Connection holder = database.connection();
        Statement holds = holder.createStatement()) {
      holds.execute(call("pg_advisory_lock"));
      Future<UpgradeResult> waiting =
          threads.submit(() -> retort.locking(Locking.TRANSACTION).upgrade());
      Thread.sleep(500);
      assertThat(waiting.isDone()).isFalse();

      record(holds);
      holds.execute(call("pg_advisory_unlock"));

      assertThat(waiting.get(30, TimeUnit.SECONDS).to()).containsExactly("b");
    }
  }

  /** Until the process has looked once and waits. */
  private void waitForConnection() throws Exception {
    String asked =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND query LIKE '%pg_try_advisory_lock%' AND pid <> pg_backend_pid()";
    while (database.text(asked).equals("0")) {
      Thread.sleep(20);
    }
  }

  private static void record(Statement statement) throws SQLException {
    for (Map.Entry<String, String> head : REGISTRY.heads().entrySet()) {
      statement.execute(
          "INSERT INTO retort_version (revision, checksum) VALUES ('%s', '%s')"
              .formatted(head.getKey(), head.getValue()));
    }
  }

  private static String call(String function) {
    return "SELECT " + function + "(" + AdvisoryLock.key("public") + ")";
  }
}
