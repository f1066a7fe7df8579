package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.Direction;
import dev.retort.migrate.Locking;
import dev.retort.migrate.MigrationListener;
import dev.retort.migrate.MigrationLockException;
import dev.retort.migrate.MigrationRefusedException;
import dev.retort.migrate.Transactions;
import dev.retort.revision.RevisionInfo;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lock that each transaction takes anew, as a pooler in transaction mode demands it. */
class LockingTest {

  private static final int REVISIONS = 12;

  private final TestDatabase database = TestDatabase.create();

  @Test
  void theServersProcessMayBeAnotherForEachTransaction() throws SQLException {
    try (Connection outside = database.connection();
        Connection inside = database.connection();
        OneConnection pool = new OneConnection(SwitchingConnection.of(outside, inside))) {
      Retort retort =
          Retort.on(pool)
              .locking(Locking.TRANSACTION)
              .registry(
                  TestRegistry.of(
                      revision("a", op -> op.createTable("t", column("id", bigint()))),
                      revision(
                          "b",
                          op ->
                              op.execute("SET application_name = 'left'; INSERT INTO t VALUES (1)"),
                          "a"),
                      revision("c", op -> op.createTable("u"), "b").back(op -> op.dropTable("u"))));

      assertThat(retort.upgrade().applied()).hasSize(3);
      assertThat(retort.upgrade().applied()).isEmpty();
      assertThat(retort.downgrade("b").reverted()).hasSize(1);

      try (var row =
          inside.createStatement().executeQuery("SELECT current_setting('application_name')")) {
        row.next();
        assertThat(row.getString(1)).as("of the server's process").isNotEqualTo("left");
      }
    }
    assertThat(database.text("SELECT count(*) FROM t")).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(Transactions.class)
  void manyAtOnceWithEitherLockApplyEachRevisionOnce(Transactions mode) throws Exception {
    Retort retort = Retort.on(database.dataSource()).transactions(mode).registry(chain());
    List<Callable<UpgradeResult>> starts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      starts.add(retort.locking(i % 3 == 0 ? Locking.SESSION : Locking.TRANSACTION)::upgrade);
    }

    List<String> applied = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(starts.size());
    try {
      for (Future<UpgradeResult> start : threads.invokeAll(starts)) {
        assertThat(start.get().to()).containsExactly("r" + (REVISIONS - 1));
        start.get().applied().forEach(each -> applied.add(each.id()));
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(applied)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, REVISIONS).mapToObj(i -> "r" + i).toList());
    assertThat(database.text("SELECT count(*) FROM retort_history"))
        .isEqualTo(String.valueOf(REVISIONS));
  }

  @ParameterizedTest
  @EnumSource(Transactions.class)
  void whatARevisionSetsIsGoneFromTheSession(Transactions mode) throws SQLException {
    TestRegistry registry =
        TestRegistry.of(
            revision("a", op -> op.execute("SET search_path = pg_catalog")),
            revision(
                "b",
                op -> op.execute("SET statement_timeout = '10min'; SET lock_timeout = '1min'"),
                "a"),
            revision("c", op -> op.execute("SET LOCAL statement_timeout = '1h'"), "b"),
            revision("d", op -> op.createTable("here", column("id", integer())), "c"));
    String settings =
        "SELECT concat_ws(', ', current_setting('search_path'), current_setting('lock_timeout'),"
            + " current_setting('statement_timeout'))";
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        OneConnection pool = new OneConnection(connection)) {
      statement.execute("SET statement_timeout = '30s'; SET lock_timeout = '7s'");

      Retort.on(pool).registry(registry).transactions(mode).locking(Locking.TRANSACTION).upgrade();

      try (ResultSet row = statement.executeQuery(settings)) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("\"$user\", public, 7s, 30s");
      }
    }
    assertThat(database.text("SELECT to_regclass('public.here') IS NOT NULL")).isEqualTo("t");
  }

  @Test
  void whatAnotherProcessHasDoneMeanwhileIsNotDoneAgain() {
    Retort other = Retort.on(database.dataSource()).registry(chain());
    Retort retort = other.locking(Locking.TRANSACTION).listener(interfering(other, "r3"));

    UpgradeResult result = retort.transactions(Transactions.PER_REVISION).upgrade();

    assertThat(result.applied()).extracting(each -> each.id()).containsExactly("r0", "r1", "r2");
    assertThat(result.to()).containsExactly("r" + (REVISIONS - 1));
  }

  @Test
  void anotherTargetWouldMeanSomethingElseFromThere() {
    Retort other = Retort.on(database.dataSource()).registry(chain());
    Retort retort =
        other
            .locking(Locking.TRANSACTION)
            .transactions(Transactions.PER_REVISION)
            .listener(interfering(other, "r1"));

    assertThatThrownBy(() -> retort.upgrade("+2"))
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContainingAll("[RT546]", "which was at base");
  }

  @Test
  void revisionsThatRunInPartsAreRefusedBeforeAnythingIsChanged() throws SQLException {
    Retort retort =
        Retort.on(database.dataSource())
            .locking(Locking.TRANSACTION)
            .registry(
                TestRegistry.of(
                    revision("a", op -> op.createTable("t", column("id", bigint()))),
                    revision("b", op -> op.createIndexConcurrently("t", index("i", "id")), "a")));

    assertThatThrownBy(retort::upgrade)
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContainingAll("[RT545]", "Revision b", "Nothing was changed");
    assertThat(CatalogFacts.all().of(database)).isEmpty();
  }

  @Test
  void waitsNoLongerThanItMayAndTellsWhoHasIt() {
    Retort slow =
        Retort.on(database.dataSource())
            .registry(
                TestRegistry.of(
                    revision(
                        "a",
                        op ->
                            op.run(
                                "meet",
                                connection ->
                                    assertThatThrownBy(
                                            Retort.on(database.dataSource())
                                                    .locking(Locking.TRANSACTION)
                                                    .lockWaitTimeout(Duration.ofMillis(200))
                                                    .registry(chain())
                                                ::upgrade)
                                        .isInstanceOf(MigrationLockException.class)
                                        .hasMessageContainingAll("[RT506]", "pid ")))));

    assertThat(slow.upgrade().applied()).hasSize(1);
  }

  @Test
  void stampsRepairsAndTheTablesThemselvesTakeItToo() {
    Retort retort = Retort.on(database.dataSource()).locking(Locking.TRANSACTION).registry(chain());

    retort.ensureVersion();
    retort.stamp("r3");

    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("r3");
    assertThat(retort.repair()).isEmpty();
  }

  /** Another process brings the database to the head when this one is about to run a revision. */
  private static MigrationListener interfering(Retort other, String at) {
    return new MigrationListener() {
      @Override
      public void started(Direction direction, RevisionInfo revision) {
        if (revision.id().equals(at)) {
          other.upgrade();
        }
      }
    };
  }

  private static TestRegistry chain() {
    return TestRegistry.of(
        IntStream.range(0, REVISIONS)
            .mapToObj(
                i ->
                    i == 0
                        ? revision("r0", op -> op.createTable("t0", column("id", bigint())))
                        : revision(
                            "r" + i,
                            op -> op.createTable("t" + i, column("id", bigint())),
                            "r" + (i - 1)))
            .toList());
  }
}
