package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.migrate.MigrationFailedException;
import dev.retort.operation.Operations;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.OneConnection;
import dev.retort.testing.SwitchingConnection;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a revision's own SQL and code can do to the transaction and the session they run in. */
class RevisionTransactionTest {

  private final TestDatabase database = TestDatabase.create();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "ROLLBACK",
        "INSERT INTO a VALUES (1); COMMIT;",
        "COMMIT; BEGIN",
        "COMMIT; SELECT 1/0",
        "COMMIT; BEGIN; SELECT 1/0",
      })
  void aRevisionThatEndsItsTransactionIsStoppedThere(String sql) {
    Retort retort =
        boot(
            op -> {
              op.createTable("a", column("id", bigint()));
              op.execute(sql);
              op.createTable("b", column("id", bigint()));
            });

    MigrationFailedException failure =
        catchThrowableOfType(MigrationFailedException.class, retort::upgrade);

    assertThat(failure)
        .hasMessageContainingAll(
            "[RT520] Revision x (revision x) ended its own transaction at RevisionTransactionTest",
            "execute " + sql.substring(0, 6),
            "may be committed")
        .hasNoSuppressedExceptions();
    assertThat(retort.current()).isEmpty();
    assertThat(retort.history()).isEmpty();
  }

  @Test
  void aStepFindsNoWayAroundItsConnection() throws SQLException {
    List<Consumer<Connection>> ways =
        List.of(
            connection -> unchecked(() -> connection.createStatement().getConnection().commit()),
            connection -> unchecked(() -> connection.unwrap(Connection.class).commit()));
    for (Consumer<Connection> way : ways) {
      Retort retort =
          boot(
              op -> {
                op.createTable("a", column("id", bigint()));
                op.run("commit", way::accept);
              });

      assertThatThrownBy(retort::upgrade)
          .hasMessageContainingAll("[RT512]", "run commit", "must not call commit");
      assertThat(CatalogFacts.all().of(database)).isEmpty();
    }
  }

  @Test
  void aStepThatCommitsBehindItsConnectionIsFoundOut() {
    Retort retort =
        boot(
            op ->
                op.run(
                    "commit",
                    connection -> {
                      connection.unwrap(org.postgresql.jdbc.PgConnection.class).commit();
                      throw new SQLException("something else");
                    }));

    assertThatThrownBy(retort::upgrade)
        .hasMessageContainingAll("[RT520]", "run commit")
        .hasRootCauseMessage("something else");
  }

  @Test
  void whatAStatementSetsDoesNotMoveTheFollowingOperations() throws SQLException {
    database.execute("CREATE SCHEMA other");
    boot(op -> {
          op.execute("SET search_path = other");
          op.createTable("b", column("id", bigint()));
        })
        .upgrade();

    assertThat(CatalogFacts.all().of(database)).contains("table b");
  }

  @Test
  void theSessionIsGivenBackWithTheSettingsItHad() throws SQLException {
    String settings =
        "SELECT current_setting('search_path') || ' ' || current_setting('statement_timeout')"
            + " || ' ' || current_setting('role') || ' ' || current_setting('application_name')"
            + " || ' ' || current_setting('lock_timeout')";
    try (OneConnection pool = new OneConnection(database.connection());
        Statement statement = pool.getConnection().createStatement()) {
      statement.execute("SET application_name = 'mine'; SET statement_timeout = '77s'");
      String before = text(statement, settings);
      Retort.on(pool)
          .registry(
              TestRegistry.of(
                  revision(
                      "x",
                      op ->
                          op.execute(
                              "SET statement_timeout = 1234; SET ROLE \""
                                  + database.user()
                                  + "\";"
                                  + " SET search_path = pg_catalog; SET application_name = 'left';"
                                  + " SET lock_timeout = 99"))))
          .upgrade();

      assertThat(text(statement, settings)).isEqualTo(before);
    }
  }

  @Test
  void timeoutsOfTheRoleOrDatabaseDoNotEndARevision() throws SQLException {
    String name = database.dataSource().getDatabaseName();
    database.execute("ALTER DATABASE " + name + " SET statement_timeout = '200ms'");
    database.execute(
        "ALTER DATABASE " + name + " SET idle_in_transaction_session_timeout = '200ms'");
    Retort retort =
        boot(
            op -> {
              op.execute("SELECT pg_sleep(0.5)");
              op.run("idle", connection -> sleep(Duration.ofMillis(500)));
            });

    assertThat(retort.upgrade().to()).containsExactly("x");
  }

  @Test
  void aSessionTimeoutOfTheRevisionItselfIsALostConnection() throws SQLException {
    Retort retort =
        boot(
            op -> {
              op.createTable("a", column("id", bigint()));
              op.execute("SET LOCAL idle_in_transaction_session_timeout = 50");
              op.run("idle", connection -> sleep(Duration.ofMillis(500)));
            });

    assertThatThrownBy(retort::upgrade)
        .hasMessageContainingAll(
            "[RT514]", "[SQLSTATE 25P03]", "run idle", "The revision itself sets this timeout");
    assertThat(CatalogFacts.all().of(database)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT pg_advisory_unlock_all()", "DELETE FROM retort_version"})
  void aRevisionKeepsItsHandsOffWhatIsRetorts(String sql) throws SQLException {
    boot(op -> op.createTable("a", column("id", bigint()))).upgrade();
    Retort second =
        Retort.on(database.dataSource())
            .registry(
                TestRegistry.of(
                    revision("x", op -> op.createTable("a", column("id", bigint()))),
                    revision("y", op -> op.execute(sql), "x")));

    assertThatThrownBy(second::upgrade)
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContaining("[RT526] Revision y");
    assertThat(second.current()).hasSize(1);
  }

  @Test
  void aRoleThatARevisionTakesDoesNotRecordIt() throws SQLException {
    database.execute("CREATE ROLE nobody_" + System.identityHashCode(database));
    boot(op -> op.execute("SET ROLE nobody_" + System.identityHashCode(database))).upgrade();

    assertThat(boot(op -> {}).current()).hasSize(1);
  }

  @Test
  void aCopyWithoutRowsIsExplained() {
    Retort retort =
        boot(
            op -> {
              op.createTable("a", column("id", bigint()));
              op.execute("COPY a FROM STDIN");
            });

    assertThatThrownBy(retort::upgrade)
        .hasMessageContainingAll("[RT512]", "COPY FROM STDIN", "CopyManager");
  }

  @Test
  void aCancelledStatementIsExplained() {
    Retort retort = boot(op -> op.execute("SET statement_timeout = 50; SELECT pg_sleep(9)"));

    assertThatThrownBy(retort::upgrade)
        .hasMessageContainingAll("[RT512]", "[SQLSTATE 57014]", "pg_cancel_backend");
  }

  @Test
  void whatPostgresqlRefusesInATransactionIsExplained() {
    Retort retort =
        boot(
            op -> {
              op.createTable("a", column("id", bigint()));
              op.execute("CREATE INDEX CONCURRENTLY i ON a (id)");
            });

    assertThatThrownBy(retort::upgrade)
        .hasMessageContainingAll(
            "[RT512]",
            "[SQLSTATE 25001]",
            "what does not say otherwise in one transaction",
            "op.createIndexConcurrently");
  }

  @Test
  void aSerializationFailureIsTriedAgain() throws SQLException {
    database.execute("CREATE SEQUENCE tries");
    boot(op ->
            op.execute(
                "DO $$ BEGIN IF nextval('tries') < 3 THEN RAISE SQLSTATE '40001'; END IF; END"
                    + " $$"))
        .upgrade();

    assertThat(text("SELECT last_value FROM tries")).isEqualTo("3");
  }

  @Test
  void anErrorInAStepIsNamedAndRolledBack() throws SQLException {
    Retort retort =
        boot(
            op -> {
              op.createTable("a", column("id", bigint()));
              op.run(
                  "assert",
                  connection -> {
                    throw new AssertionError("boom");
                  });
            });

    assertThatThrownBy(retort::upgrade)
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContainingAll(
            "[RT512]", "RevisionTransactionTest.java", "run assert: AssertionError: boom.")
        .hasCauseInstanceOf(AssertionError.class);
    assertThat(CatalogFacts.all().of(database)).isEmpty();
  }

  @Test
  void aRerunThatFailsOtherwiseKeepsTheFirstFailure() throws SQLException {
    database.execute(
        "CREATE SEQUENCE tries; CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS"
            + " $$ SELECT nextval('tries') / (nextval('tries') - 2) $$");
    // Divides by zero at the first call, and gives no column's default at the second.
    Retort retort =
        boot(
            op -> {
              op.createTable("a", column("id", bigint()));
              op.execute("INSERT INTO a VALUES (1)");
              op.addColumn("a", column("n", bigint()).notNull().withDefault("f()"));
              op.addConstraint(
                  "a", dev.retort.schema.CheckConstraint.check("n is null").named("no_n"));
            });

    assertThatThrownBy(retort::upgrade)
        .hasMessageContainingAll("[RT512]", "add constraint no_n", "23514")
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .singleElement()
                    .satisfies(
                        first -> assertThat(first).hasMessageContaining("division by zero")));
  }

  @Test
  void aPoolerThatSwitchesTheServerProcessIsFoundOut() throws SQLException {
    try (Connection one = database.connection();
        Connection other = database.connection();
        OneConnection pool = new OneConnection(SwitchingConnection.of(one, other))) {
      Retort retort =
          Retort.on(pool).registry(TestRegistry.of(revision("x", op -> op.createTable("a"))));

      assertThatThrownBy(retort::upgrade)
          .hasMessageContainingAll("[RT523]", "Revision x", "transaction mode");
    }
    assertThat(CatalogFacts.all().of(database)).isEmpty();
  }

  private interface Action {
    void run() throws SQLException;
  }

  private static void unchecked(Action action) {
    try {
      action.run();
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Retort boot(Consumer<Operations> script) {
    return Retort.on(database.dataSource()).registry(TestRegistry.of(revision("x", script)));
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      return text(statement, sql);
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return String.join(", ", rows);
  }
}
