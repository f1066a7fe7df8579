package dev.retort;

import static dev.retort.operation.ExecuteSql.sql;
import static dev.retort.operation.Filling.set;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.migrate.MigrationFailedException;
import dev.retort.migrate.Transactions;
import dev.retort.operation.Operations;
import dev.retort.testing.OneConnection;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long statements of a revision wait and take, for all of them and for one. */
class TimeoutsTest {

  /** Writes down the timeouts that hold where it runs. */
  private static void note(Operations op) {
    op.execute(
        "INSERT INTO notes SELECT current_setting('lock_timeout') || ' '"
            + " || current_setting('statement_timeout')");
  }

  private final TestDatabase database = TestDatabase.create();

  @BeforeEach
  void makeTables() throws SQLException {
    database.execute("CREATE TABLE notes (said text); CREATE TABLE t (id bigint)");
  }

  @Test
  void aRevisionHasItsOwnAndTheNextHasThoseOfAll() throws SQLException {
    for (Transactions mode : Transactions.values()) {
      database.execute("DROP TABLE IF EXISTS retort_version, retort_history; DELETE FROM notes");

      Retort.on(database.dataSource())
          .transactions(mode)
          .statementLockTimeout(Duration.ofSeconds(7))
          .statementTimeout(Duration.ofMinutes(2))
          .registry(
              TestRegistry.of(
                      revision("a", TimeoutsTest::note),
                      revision("b", TimeoutsTest::note, "a"),
                      revision("c", TimeoutsTest::note, "b"),
                      revision("d", TimeoutsTest::note, "c"))
                  .with("b", info -> info.lockTimeout(100).statementTimeout(0))
                  .with("c", info -> info.statementTimeout(3_600_000)))
          .upgrade();

      assertThat(database.text("SELECT string_agg(said, ', ' ORDER BY ctid) FROM notes"))
          .as(mode.name())
          .isEqualTo("7s 2min, 100ms 0, 7s 1h, 7s 2min");
    }
  }

  @Test
  void aStatementOutsideTransactionsHasThemToo() throws SQLException {
    Retort.on(database.dataSource())
        .registry(
            TestRegistry.of(
                    revision(
                        "a",
                        op ->
                            op.execute(
                                sql("INSERT INTO notes SELECT"
                                        + " current_setting('statement_timeout')")
                                    .outsideTransaction())))
                .with("a", info -> info.statementTimeout(9_000)))
        .upgrade();

    assertThat(database.text("SELECT said FROM notes")).isEqualTo("9s");
  }

  @Test
  void theOneOfIdleSessionsDoesNotEndAPause() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        OneConnection pool = new OneConnection(connection)) {
      assumeThat(connection.getMetaData().getDatabaseMajorVersion())
          .as("idle_session_timeout came with PostgreSQL 14")
          .isGreaterThanOrEqualTo(14);
      statement.execute(
          "CREATE TABLE many (id bigint PRIMARY KEY, v int);"
              + "INSERT INTO many SELECT n FROM generate_series(1, 3) n;"
              + "SET idle_session_timeout = 200");

      Retort.on(pool)
          .registry(
              TestRegistry.of(
                  revision(
                      "a",
                      op ->
                          op.backfill(
                              "many", set("v", "1").batchSize(1).pause(Duration.ofMillis(600))))))
          .upgrade();

      try (ResultSet row = statement.executeQuery("SHOW idle_session_timeout")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("200ms");
      }
    }
    assertThat(database.text("SELECT sum(v) FROM many")).isEqualTo("3");
  }

  @Test
  void aStatementThatTakesLongerIsCancelled() {
    assertThatThrownBy(
            () ->
                Retort.on(database.dataSource())
                    .statementTimeout(Duration.ofMillis(100))
                    .registry(
                        TestRegistry.of(revision("a", op -> op.execute("SELECT pg_sleep(9)"))))
                    .upgrade())
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContainingAll(
            "[RT538]", "a statement may take 100 ms", "[SQLSTATE 57014]", "rolled back whole");
  }

  /** What is compiled is sent in one batch first. */
  @Test
  void theLockTimeoutOfARevisionIsToldWhereItMeetsLocks() throws SQLException {
    try (Connection other = database.connection();
        Statement reads = other.createStatement()) {
      other.setAutoCommit(false);
      reads.execute("SELECT * FROM t");

      assertThatThrownBy(
              () ->
                  Retort.on(database.dataSource())
                      .lockAttempts(2)
                      .registry(
                          TestRegistry.of(
                                  revision("a", op -> op.createTable("u", column("id", bigint()))),
                                  revision("b", op -> op.addColumn("t", column("m", text())), "a"))
                              .with("b", info -> info.lockTimeout(50)))
                      .upgrade())
          .hasMessageContainingAll("[RT513]", "in 2 attempts of 50 ms each", "add column t.m");
    }
  }

  @Test
  void whatIsSentTogetherIsToldWhereItIsNotTriedAgain() throws SQLException {
    database.execute("INSERT INTO t VALUES (1)");
    try (Connection other = database.connection();
        Statement reads = other.createStatement()) {
      other.setAutoCommit(false);
      reads.execute("SELECT * FROM notes");
      TestRegistry registry =
          TestRegistry.of(
              revision(
                  "a",
                  op -> {
                    op.createTable("u", column("id", bigint()));
                    op.alterColumnType("t", "id", text(), "pg_sleep(9)::text");
                  }),
              revision(
                  "b",
                  op -> {
                    for (int i = 0; i < 7; i++) {
                      op.addColumn("notes", column("m" + i, text()));
                    }
                  }));
      Retort retort = Retort.on(database.dataSource()).registry(registry);

      assertThatThrownBy(() -> retort.statementTimeout(Duration.ofMillis(100)).upgrade("a"))
          .hasMessageContainingAll(
              "[RT538] Revision a (revision a) was cancelled, where a statement",
              "It was one of these, sent together: ",
              ", create table u; ",
              ", alter column t.id to text; the record of the revision.");
      assertThatThrownBy(
              () -> retort.lockAttempts(1).statementLockTimeout(Duration.ofMillis(50)).upgrade("b"))
          .hasMessageContainingAll(
              "[RT513]", ", add column notes.m4; 2 more; the record of the revision.");
    }
  }

  @Test
  void scriptsSetThem() {
    String script =
        Revisions.of(
                TestRegistry.of(revision("a", op -> op.createTable("u", column("id", bigint()))))
                    .with("a", info -> info.lockTimeout(50).statementTimeout(1_000)))
            .upgradeSql("base:head");

    assertThat(script)
        .contains("SET LOCAL lock_timeout = 50;", "SET LOCAL statement_timeout = 1000;");
  }
}
