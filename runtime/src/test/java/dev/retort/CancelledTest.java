package dev.retort;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.migrate.MigrationFailedException;
import dev.retort.migrate.Transactions;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody or a timeout cancels has ended: it is not run again otherwise. */
class CancelledTest {

  private static final TestRegistry REGISTRY =
      TestRegistry.of(
          revision("a", op -> op.createTable("before", column("id", bigint()))),
          revision("b", op -> op.addConstraint("t", check("slow(id)").named("slow_ok")), "a"),
          revision("c", op -> op.createTable("after", column("id", bigint())), "b"));

  private final TestDatabase database = TestDatabase.create();

  /**
   * A condition that takes its time, and counts how often it is met; no rollback takes that back.
   */
  @BeforeEach
  void makeSlowTable() throws SQLException {
    database.execute(
        """
        CREATE SEQUENCE calls;
        CREATE FUNCTION slow(bigint) RETURNS boolean LANGUAGE plpgsql AS
          'BEGIN PERFORM pg_catalog.nextval(''public.calls''); PERFORM pg_catalog.pg_sleep(9);
          RETURN true; END';
        CREATE TABLE t AS SELECT 1::bigint AS id
        """);
  }

  @ParameterizedTest
  @EnumSource(Transactions.class)
  void byItsTimeout(Transactions mode) throws SQLException {
    Retort retort = retort(mode).statementTimeout(Duration.ofMillis(300));

    assertThat(failure(retort))
        .hasMessageContainingAll("[RT538] Revision ", "where a statement may take 300 ms")
        .hasMessageNotContaining("Somebody");
    assertRunOnce();
  }

  @ParameterizedTest
  @EnumSource(Transactions.class)
  void bySomebody(Transactions mode) throws Exception {
    for (Duration limit : new Duration[] {Duration.ZERO, Duration.ofMinutes(1)}) {
      database.execute("DROP TABLE IF EXISTS before, retort_version, retort_history");
      database.execute("ALTER SEQUENCE calls RESTART");
      CompletableFuture<MigrationFailedException> boot =
          CompletableFuture.supplyAsync(() -> failure(retort(mode).statementTimeout(limit)));
      cancel();

      assertThat(boot.get(30, TimeUnit.SECONDS))
          .hasMessageContainingAll(
              "[RT512] Revision ", "[SQLSTATE 57014]", "Somebody cancelled the statement")
          .hasMessageNotContaining("more time");
      assertRunOnce();
    }
  }

  @Test
  void theRevisionsThatItMayBeAreTold() throws SQLException {
    Retort retort = retort(Transactions.AUTOMATIC).statementTimeout(Duration.ofMillis(200));

    assertThat(failure(retort))
        .hasMessageContainingAll(
            "[RT538] Revision c (revision c) was cancelled, where a statement may take 200 ms:"
                + " [SQLSTATE 57014] ERROR: canceling statement due to statement timeout; Where:",
            " It was rolled back whole. The statement may also be one of the revisions before it,"
                + " from a on, which share its transaction and were rolled back with it. Fix: ");

    retort.statementTimeout(Duration.ZERO).upgrade("a");
    assertThat(failure(retort))
        .hasMessageContaining("[RT538] Revision b (revision b) was cancelled, where")
        .hasMessageNotContaining("before it");
  }

  private Retort retort(Transactions mode) {
    return Retort.on(database.dataSource()).registry(REGISTRY).transactions(mode);
  }

  private static MigrationFailedException failure(Retort retort) {
    return catchThrowableOfType(MigrationFailedException.class, retort::upgrade);
  }

  /** As a person would, once, as soon as there is something to cancel. */
  private void cancel() throws Exception {
    String sql =
        "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND wait_event = 'PgSleep'";
    for (int attempt = 0; attempt < 600; attempt++) {
      if (database.text(sql).equals("1")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new IllegalStateException("nothing ever slept");
  }

  private void assertRunOnce() throws SQLException {
    assertThat(database.text("SELECT last_value FROM calls")).isEqualTo("1");
    assertThat(database.text("SELECT count(*) FROM pg_constraint WHERE conname = 'slow_ok'"))
        .isEqualTo("0");
  }
}
