package dev.retort;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.AppliedRevision;
import dev.retort.migrate.LockRetry;
import dev.retort.migrate.MigrationFailedException;
import dev.retort.migrate.MigrationListener;
import dev.retort.operation.Operations;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A second revision fails in every way there is; the first one must stay, and nothing else. */
class MigrationFailureTest {

  private static final TestRegistry.Entry FIRST =
      revision("a1", op -> op.createTable("t", column("n", bigint())));

  private final TestDatabase database = TestDatabase.create();

  @Test
  void aFailedOperationIsNamedAndTheNextBootGoesOn() throws SQLException {
    boot(op -> {}).upgrade("a1");
    database.execute("INSERT INTO t VALUES (-1)");
    Retort retort =
        boot(
            op -> {
              op.addColumn("t", column("m", bigint()));
              op.addConstraint("t", check("n > 0").named("n_ok"));
              op.createTable("u");
            });

    MigrationFailedException failure = failure(retort);

    assertThat(failure.revision()).isEqualTo("b2");
    assertThat(failure)
        .hasMessageContainingAll(
            "[RT512] Revision b2 (revision b2) failed at MigrationFailureTest.java:",
            "add constraint n_ok to t",
            "[SQLSTATE 23514]",
            "n_ok");
    assertThat(failure.getMessage()).containsPattern("MigrationFailureTest.java:\\d+, add constr");
    assertOnlyTheFirstIsApplied();

    database.execute("UPDATE t SET n = 1");
    assertThat(retort.upgrade().applied()).extracting(AppliedRevision::id).containsExactly("b2");
    assertThat(CatalogFacts.all().of(database)).contains("table u", "column t.m bigint");
  }

  @Test
  void aFailedStatementIsNamed() throws SQLException {
    Retort retort =
        boot(
            op -> {
              op.createTable("u");
              op.execute("UPDATE t SET missing = 1");
            });

    assertThat(failure(retort))
        .hasMessageContainingAll("execute UPDATE t SET missing = 1", "[SQLSTATE 42703]");
    assertOnlyTheFirstIsApplied();
  }

  @Test
  void aFailedStepIsNamed() throws SQLException {
    Retort retort =
        boot(
            op -> {
              op.createTable("u");
              op.run(
                  "check stock",
                  connection -> {
                    throw new IllegalStateException("stock is empty");
                  });
            });

    assertThat(failure(retort))
        .hasMessageContainingAll(
            "[RT512]", "run check stock: IllegalStateException: stock is empty.")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertOnlyTheFirstIsApplied();
  }

  @Test
  void aPasswordInTheStatementIsNotTold() throws SQLException {
    Retort retort =
        boot(op -> op.execute("CREATE ROLE " + database.user() + " LOGIN PASSWORD 'very s3cret'"));

    MigrationFailedException failure = failure(retort);

    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(failure)
        .hasMessageContaining(
            ", execute CREATE ROLE " + database.user() + " LOGIN PASSWORD ***: [");
    assertThat(trace.toString()).doesNotContain("s3cret");
    assertOnlyTheFirstIsApplied();
  }

  /** What a step opens besides is not Retort's own connection. */
  @Test
  void anotherConnectionThatFailsIsNotToldAsTheOwn() throws SQLException {
    for (String state : List.of("08001", "57P01")) {
      Retort retort =
          boot(
              op ->
                  op.run(
                      "copy from elsewhere",
                      connection -> {
                        throw new SQLException("no answer from elsewhere", state);
                      }));

      assertThat(failure(retort))
          .hasMessageContainingAll(
              "[RT512]", "run copy from elsewhere: [SQLSTATE " + state + "] no answer from")
          .hasMessageNotContaining("lost the connection");
      assertOnlyTheFirstIsApplied();
    }
  }

  @Test
  void aStepCannotEndItsTransaction() throws SQLException {
    Retort retort =
        boot(
            op -> {
              op.createTable("u");
              op.run("commit", Connection::commit);
            });

    assertThat(failure(retort)).hasMessageContaining("must not call commit");
    assertOnlyTheFirstIsApplied();
  }

  @Test
  void whatFailsAtTheCommitIsRolledBackToo() throws SQLException {
    Retort retort =
        boot(
            op -> {
              op.execute(
                  "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p"
                      + " DEFERRABLE INITIALLY DEFERRED)");
              op.execute("INSERT INTO c VALUES (1)");
            });

    assertThat(failure(retort)).hasMessageContainingAll("[RT512] Revision b2", "23503");
    assertOnlyTheFirstIsApplied();
  }

  @Test
  void aRevisionThatThrowsWhileRecordingRunsNothing() throws SQLException {
    boot(op -> {}).upgrade("a1");
    // The compiler would have refused it; only the second recording throws here.
    int[] calls = {0};
    Retort retort =
        boot(
            op -> {
              op.execute("CREATE TABLE u ()");
              if (calls[0]++ > 0) {
                throw new IllegalStateException("no clock here");
              }
            });

    assertThat(failure(retort))
        .hasMessageContainingAll("[RT515]", "b2", "threw IllegalStateException", "no clock here");
    assertOnlyTheFirstIsApplied();
  }

  @Test
  void statementsThatFailAreToldWhereTheRevisionDoesNotSayWhoseTheyAre() throws SQLException {
    boot(op -> {}).upgrade("a1");
    int[] calls = {0};
    Retort retort =
        boot(
            op -> {
              op.dropColumn("t", "nowhere");
              if (calls[0]++ > 0) {
                throw new IllegalStateException("no clock here");
              }
            });

    assertThat(failure(retort)).hasMessageContainingAll("[RT512]", "b2", "column \"nowhere\"");
    assertOnlyTheFirstIsApplied();
  }

  @Test
  void aLockThatIsNeverFreeIsGivenUp() throws SQLException {
    boot(op -> {}).upgrade("a1");
    Retort retort =
        boot(op -> op.addColumn("t", column("m", bigint())))
            .statementLockTimeout(Duration.ofMillis(50))
            .lockAttempts(2);
    try (Connection other = database.connection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE t IN ACCESS SHARE MODE");

      assertThat(failure(retort))
          .hasMessageContainingAll(
              "[RT513]", "in 2 attempts of 50 ms each", "add column t.m", "[SQLSTATE 55P03]");
    }
    assertOnlyTheFirstIsApplied();
  }

  @Test
  void aLockThatIsFreeLaterIsGot() throws Exception {
    boot(op -> {}).upgrade("a1");
    List<LockRetry> retries = new CopyOnWriteArrayList<>();
    Retort retort =
        boot(op -> op.addColumn("t", column("m", bigint())))
            .statementLockTimeout(Duration.ofMillis(20))
            .listener(
                new MigrationListener() {
                  @Override
                  public void retrying(LockRetry retry) {
                    retries.add(retry);
                  }
                });
    try (Connection other = database.connection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE t IN ACCESS SHARE MODE");
      CompletableFuture<UpgradeResult> boot = CompletableFuture.supplyAsync(retort::upgrade);
      TimeUnit.MILLISECONDS.sleep(250);
      assertThat(boot).isNotDone();
      other.rollback();

      assertThat(boot.get(30, TimeUnit.SECONDS).to()).containsExactly("b2");
    }
    assertThat(retries).extracting(LockRetry::attempt).startsWith(1).isSorted();
    assertThat(retries.get(0).revision().id()).isEqualTo("b2");
    assertThat(retries.get(0).attempts()).isEqualTo(10);
    assertThat(retries.get(0).reason()).contains("[SQLSTATE 55P03]", "lock timeout");
  }

  @Test
  void aConnectionThatIsCutLeavesNothingBehind() throws SQLException {
    boolean[] cut = {true};
    Retort retort =
        boot(
            op -> {
              op.createTable("u");
              op.run(
                  "be cut",
                  connection -> {
                    if (cut[0]) {
                      terminate(connection);
                    }
                  });
              op.createTable("v");
            });

    assertThat(failure(retort)).hasMessageContainingAll("[RT514]", "b2", "start again");
    assertOnlyTheFirstIsApplied();

    cut[0] = false;
    assertThat(retort.lockWaitTimeout(Duration.ofSeconds(5)).upgrade().to()).containsExactly("b2");
    assertThat(CatalogFacts.all().of(database)).contains("table u", "table v");
  }

  /** Ends the connection's server process, as an administrator would. */
  private void terminate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      int pid = row.getInt(1);
      database.execute("SELECT pg_terminate_backend(" + pid + ")");
    }
  }

  private Retort boot(Consumer<Operations> second) {
    return Retort.on(database.dataSource())
        .registry(TestRegistry.of(FIRST, revision("b2", second, "a1")));
  }

  private static MigrationFailedException failure(Retort retort) {
    return catchThrowableOfType(MigrationFailedException.class, retort::upgrade);
  }

  private void assertOnlyTheFirstIsApplied() throws SQLException {
    assertThat(Set.copyOf(CatalogFacts.all().of(database)))
        .containsExactlyInAnyOrder("table t", "column t.n bigint");
    assertThat(Retort.on(database.dataSource()).current())
        .extracting(AppliedHead::revision)
        .containsExactly("a1");
    assertThat(Retort.on(database.dataSource()).history()).hasSize(1);
    assertNoLockIsLeft();
  }

  /** A server process that was terminated tells its client before it lets go of its locks. */
  private void assertNoLockIsLeft() throws SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!advisoryLocks().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(advisoryLocks()).isEmpty();
  }

  private List<Integer> advisoryLocks() throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database =
                  (SELECT oid FROM pg_database WHERE datname = current_database())
                """)) {
      List<Integer> pids = new ArrayList<>();
      while (rows.next()) {
        pids.add(rows.getInt(1));
      }
      return pids;
    }
  }
}
