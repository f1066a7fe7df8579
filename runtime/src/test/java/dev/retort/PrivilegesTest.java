package dev.retort;

import static dev.retort.postgres.Identifiers.quote;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.BookkeepingException;
import dev.retort.migrate.CredentialsRefusedException;
import dev.retort.migrate.MigrationFailedException;
import dev.retort.operation.Operations;
import dev.retort.problem.RetortException;
import dev.retort.testing.OneConnection;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import dev.retort.testing.TestRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A role that lacks a privilege is told which, and the statements that it is told mend it: each
 * test runs them as they stand in the message.
 */
class PrivilegesTest {

  private static final String SCHEMA = "Plant \"data\"";
  private static final TestRegistry.Entry FIRST = revision("a", op -> {});
  private static final TestRegistry.Entry SECOND = revision("b", op -> {}, "a");

  private final TestDatabase database = TestDatabase.create();
  private TestRole role;

  @BeforeEach
  void createRole() throws SQLException {
    role = new TestRole(database);
  }

  @AfterEach
  void dropRole() throws SQLException {
    role.close();
  }

  @Test
  void toConnect() throws SQLException {
    String name = database.dataSource().getDatabaseName();
    database.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");

    assertThatThrownBy(() -> boot(FIRST).upgrade())
        .isInstanceOf(CredentialsRefusedException.class)
        .hasMessageContainingAll(
            "[RT504] The database knows the user",
            "[SQLSTATE 42501]",
            "GRANT CONNECT ON DATABASE " + name + " TO NAME;");
    database.execute("GRANT CONNECT ON DATABASE " + name + " TO " + role.quoted());
    assertThat(boot(FIRST).current()).isEmpty();
  }

  @Test
  void toCreateTheSchema() throws SQLException {
    mend(
        "CREATE on database " + database.dataSource().getDatabaseName(),
        () -> boot(FIRST).upgrade());

    assertThat(boot(FIRST).current()).hasSize(1);
  }

  @Test
  void toCreateTheTables() throws SQLException {
    database.execute("CREATE SCHEMA " + quote(SCHEMA));

    mend("USAGE, CREATE on schema " + quote(SCHEMA) + ".", () -> boot(FIRST).upgrade());

    assertThat(boot(FIRST).current()).hasSize(1);
  }

  /** The connection goes back into its pool, and would keep the lock there. */
  @Test
  void aRefusalLeavesNoLockInThePool() throws SQLException {
    try (OneConnection pool = new OneConnection(role.dataSource().getConnection());
        Statement statement = pool.getConnection().createStatement()) {
      assertThatThrownBy(() -> Retort.on(pool).schema("tenant").ensureVersion())
          .hasMessageContaining("[RT525]");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")) {
        row.next();
        assertThat(row.getInt(1)).isZero();
      }
    }
  }

  @Test
  void toWriteTheTables() throws SQLException {
    owner(FIRST).upgrade();
    database.execute("GRANT USAGE ON SCHEMA " + quote(SCHEMA) + " TO " + role.quoted());
    database.execute("GRANT SELECT ON " + table("retort_version") + " TO " + role.quoted());
    assertThat(boot(FIRST).upgrade().changed()).isFalse();

    mend(
        "INSERT, DELETE on table "
            + table("retort_version")
            + "; SELECT, INSERT on table "
            + table("retort_history"),
        () -> boot(FIRST, SECOND).upgrade());

    assertThat(boot(FIRST, SECOND).current()).extracting(AppliedHead::revision).contains("b");
    assertThat(boot(FIRST, SECOND).history()).hasSize(2);
  }

  @Test
  void whoMayReadTheHeadsAloneIsToldThatTheDatabaseIsAhead() throws SQLException {
    owner(FIRST, SECOND).upgrade();
    database.execute("GRANT USAGE ON SCHEMA " + quote(SCHEMA) + " TO " + role.quoted());
    database.execute("GRANT SELECT ON " + table("retort_version") + " TO " + role.quoted());

    assertThatThrownBy(() -> boot(FIRST).verify()).hasMessageContainingAll("[RT507]", "revision b");
  }

  @Test
  void toReadTheTables() throws SQLException {
    owner(FIRST).upgrade();

    RetortException refusal = mend("USAGE on schema", () -> boot(FIRST).current());

    assertThat(refusal).hasMessageContaining("SELECT on table").hasMessageNotContaining("INSERT");
    assertThat(boot(FIRST).current()).hasSize(1);
    assertThat(boot(FIRST).history()).hasSize(1);
    assertThat(boot(FIRST).upgrade().changed()).isFalse();
  }

  @Test
  void toReadTheTablesInAnUpgrade() throws SQLException {
    owner(FIRST).upgrade();
    database.execute("GRANT USAGE ON SCHEMA " + quote(SCHEMA) + " TO " + role.quoted());

    mend("SELECT, INSERT, DELETE on table", () -> boot(FIRST, SECOND).upgrade());

    assertThat(boot(FIRST, SECOND).current()).extracting(AppliedHead::revision).contains("b");
  }

  @Test
  void onColumnsIsEnoughToInsert() throws SQLException {
    owner(FIRST).upgrade();
    database.execute("GRANT USAGE ON SCHEMA " + quote(SCHEMA) + " TO " + role.quoted());
    database.execute(
        "GRANT SELECT, INSERT (revision, checksum), DELETE ON "
            + table("retort_version")
            + " TO "
            + role.quoted());
    database.execute(
        "GRANT SELECT, INSERT (revision, direction, checksum, started_at, duration_ms, applied_by,"
            + " retort_version, tag) ON "
            + table("retort_history")
            + " TO "
            + role.quoted());

    assertThat(boot(FIRST, SECOND).upgrade().to()).containsExactly("b");
  }

  @Test
  void toCreateWhatARevisionCreates() throws SQLException {
    grantBookkeeping();
    Retort retort = second(op -> op.createTable("t", column("n", bigint())));

    RetortException failure = mend("CREATE on schema " + quote(SCHEMA), retort::upgrade);

    assertThat(failure)
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContainingAll("Revision b", "at PrivilegesTest.java:", "create table t");
    assertThat(retort.upgrade().changed()).isFalse();
  }

  @Test
  void toChangeATableOfAnotherRole() throws SQLException {
    grantBookkeeping();
    database.execute("CREATE TABLE " + table("t") + " (n int)");
    Retort retort = second(op -> op.addColumn("t", column("m", bigint())));

    assertThatThrownBy(retort::upgrade)
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageContainingAll(
            "[RT525] Revision b",
            "[SQLSTATE 42501]",
            "must be owner of table t",
            "Retort migrates as role " + role.name(),
            "GRANT OWNER TO " + role.quoted());
    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("a");
  }

  private interface Action {
    void run();
  }

  /** Has it refused, runs what the refusal says, and runs it again. */
  private RetortException mend(String lacks, Action action) throws SQLException {
    RetortException refusal = catchThrowableOfType(RetortException.class, action::run);
    assertThat(refusal)
        .isInstanceOfAny(BookkeepingException.class, MigrationFailedException.class)
        .hasMessageContainingAll("[RT525]", "ole " + role.name() + " lacks", lacks);
    Matcher run = Pattern.compile("superuser run (GRANT .*;) and").matcher(refusal.problem().fix());
    assertThat(run.find()).as(refusal.getMessage()).isTrue();
    database.execute(run.group(1));
    action.run();
    return refusal;
  }

  private void grantBookkeeping() throws SQLException {
    owner(FIRST).upgrade();
    database.execute("GRANT USAGE ON SCHEMA " + quote(SCHEMA) + " TO " + role.quoted());
    for (String each : new String[] {"retort_version", "retort_history"}) {
      database.execute("GRANT SELECT, INSERT, DELETE ON " + table(each) + " TO " + role.quoted());
    }
  }

  private static String table(String name) {
    return quote(SCHEMA) + "." + name;
  }

  private Retort second(Consumer<Operations> script) {
    return boot(FIRST, revision("b", script, "a"));
  }

  private Retort boot(TestRegistry.Entry... revisions) {
    return Retort.on(role.dataSource()).schema(SCHEMA).registry(TestRegistry.of(revisions));
  }

  private Retort owner(TestRegistry.Entry... revisions) {
    return Retort.on(database.dataSource()).schema(SCHEMA).registry(TestRegistry.of(revisions));
  }
}
