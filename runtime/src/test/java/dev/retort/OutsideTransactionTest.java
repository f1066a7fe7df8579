package dev.retort;

import static dev.retort.operation.ExecuteSql.sql;
import static dev.retort.operation.Filling.set;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.BackfillProgress;
import dev.retort.migrate.HistoryEntry;
import dev.retort.migrate.Locking;
import dev.retort.migrate.MigrationListener;
import dev.retort.migrate.MigrationRefusedException;
import dev.retort.migrate.UnfinishedRevision;
import dev.retort.operation.Operations;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Revisions some of whose operations run outside a transaction. */
class OutsideTransactionTest {

  private static final TestRegistry.Entry MACHINES =
      revision(
              "a1",
              op -> {
                op.createTable(
                    "machines",
                    column("id", bigint()).notNull(),
                    column("name", text()),
                    primaryKey("id"));
                op.execute("INSERT INTO machines SELECT n, 'm' || n FROM generate_series(1, 9) n");
              })
          .back(op -> op.dropTable("machines"));

  private final TestDatabase database = TestDatabase.create();

  @Test
  void indexesComeAndGoBetweenTheTransactionsOfARevision() throws SQLException {
    Retort retort =
        boot(
            OutsideTransactionTest::indexed,
            op -> {
              op.dropIndexConcurrently("machines", "machines_name");
              op.dropColumn("machines", "age");
            });
    retort.upgrade("a1");
    Set<String> before = facts();

    retort.upgrade();

    assertThat(facts())
        .contains("column machines.age integer")
        .anyMatch(OutsideTransactionTest::isIndex);
    assertThat(database.text("SELECT count(*) FROM machines WHERE age = 1")).isEqualTo("9");
    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("b2");
    assertThat(retort.unfinished()).isEmpty();

    retort.downgrade("-1");

    assertThat(facts()).isEqualTo(before);
    assertThat(retort.history())
        .extracting(HistoryEntry::revision)
        .containsExactly("a1", "b2", "b2");
  }

  @Test
  void anIndexThatFailsLeavesNothingAndIsFinishedByTheNextStart() throws SQLException {
    Retort retort = boot(OutsideTransactionTest::indexed);
    retort.upgrade("a1");
    database.execute("INSERT INTO machines VALUES (10, 'm1')");

    assertThatThrownBy(retort::upgrade)
        .hasMessageContainingAll(
            "[RT512]",
            "create index machines_name on machines concurrently",
            "[SQLSTATE 23505]",
            "What it did before that stays. Fix: correct the revision, or the rows that it met");
    assertThat(facts())
        .noneMatch(OutsideTransactionTest::isIndex)
        .contains("column machines.age integer");
    assertThat(retort.unfinished())
        .hasValueSatisfying(
            begun ->
                assertThat(begun)
                    .extracting(UnfinishedRevision::revision, UnfinishedRevision::done)
                    .containsExactly("b2", 1));
    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("a1");

    database.execute("DELETE FROM machines WHERE id = 10");
    retort.upgrade();

    assertThat(facts()).anyMatch(OutsideTransactionTest::isIndex);
    assertThat(database.text("SELECT count(*) FROM machines WHERE age = 1")).isEqualTo("9");
  }

  @Test
  void anIndexThatIsCutOffIsBuiltAgain() throws Exception {
    Retort retort =
        boot(
            op ->
                op.createIndexConcurrently("machines", index("machines_name", "name").asUnique()));
    retort.upgrade("a1");
    try (Connection writer = database.connection()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("UPDATE machines SET name = name WHERE id = 1");
      CompletableFuture<?> migration = CompletableFuture.runAsync(retort::upgrade);
      cutOff("CREATE UNIQUE INDEX CONCURRENTLY");
      assertThatThrownBy(() -> migration.get(30, TimeUnit.SECONDS))
          .hasMessageContainingAll("[RT514]", "What it did before that stays");
    }
    assertThat(database.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("1");

    retort.upgrade();

    assertThat(database.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
    assertThat(facts()).anyMatch(OutsideTransactionTest::isIndex);
  }

  @Test
  void anIndexOfSomebodyElseIsNotTakenForTheRevisions() throws SQLException {
    Retort retort = boot(OutsideTransactionTest::indexed);
    retort.upgrade("a1");
    database.execute("CREATE INDEX machines_name ON machines (id)");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(retort::upgrade).hasMessageContainingAll("[RT512]", "[SQLSTATE 42P07]");
    }
    assertThat(database.text("SELECT pg_get_indexdef('machines_name'::regclass)")).endsWith("(id)");
  }

  @Test
  void aBackfillThatFailsGoesOnAfterTheRowsThatAreDone() throws SQLException {
    Retort retort =
        boot(
            op -> {
              op.addColumn("machines", column("age", integer()));
              op.backfill(
                  "machines", set("age", "coalesce(age, 0) + 100 / (8 - id)::int").batchSize(3));
            });
    retort.upgrade("a1");

    assertThatThrownBy(retort::upgrade)
        .hasMessageContainingAll("[RT512]", "backfill machines.age", "[SQLSTATE 22012]");
    assertThat(database.text("SELECT string_agg(age::text, ',' ORDER BY id) FROM machines"))
        .isEqualTo("14,16,20,25,33,50");
    assertThat(retort.unfinished().flatMap(UnfinishedRevision::reached))
        .hasValueSatisfying(
            reached -> assertThat(reached).endsWith(",\"after\":[\"6\"],\"rows\":6}"));

    database.execute("DELETE FROM machines WHERE id = 8");
    retort.upgrade();

    assertThat(database.text("SELECT string_agg(age::text, ',' ORDER BY id) FROM machines"))
        .isEqualTo("14,16,20,25,33,50,100,-100");
  }

  @Test
  void aBackfillGoesThroughKeysOfSeveralColumnsAndWritesWhatItsConditionSays() throws SQLException {
    TestRegistry registry =
        TestRegistry.of(
            revision(
                "a1",
                op -> {
                  op.createTable(
                      "parts",
                      column("plant \"x\"", text()).notNull(),
                      column("no", integer()).notNull(),
                      column("state", text()),
                      primaryKey("plant \"x\"", "no"));
                  op.execute(
                      "INSERT INTO parts SELECT p, n, CASE WHEN n = 3 THEN 'kept' END"
                          + " FROM unnest(ARRAY['it''s', 'b\\', 'C', 'ä']) p,"
                          + " generate_series(1, 5) n");
                }),
            revision(
                "b2",
                op ->
                    op.backfill(
                        "parts", set("state", "no || '?'").where("state IS NULL").batchSize(3)),
                "a1"));
    List<Long> progress = new ArrayList<>();
    Retort retort =
        Retort.on(database.dataSource())
            .registry(registry)
            .listener(
                new MigrationListener() {
                  @Override
                  public void progressed(BackfillProgress reached) {
                    progress.add(reached.rows());
                  }
                });

    retort.upgrade();

    assertThat(database.text("SELECT count(*) FROM parts WHERE state = no || '?'")).isEqualTo("16");
    assertThat(database.text("SELECT count(*) FROM parts WHERE state = 'kept'")).isEqualTo("4");
    assertThat(progress).containsExactly(3L, 6L, 9L, 12L, 15L, 18L, 20L);
  }

  @Test
  void aRevisionThatOnlyFillsIsLeftWithoutAWordOfItsOwn() throws SQLException {
    Retort retort = boot(op -> op.backfill("machines", set("name", "'x'").batchSize(4)));
    retort.upgrade();

    retort.downgrade("-1");

    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("a1");
    assertThat(database.text("SELECT count(*) FROM machines WHERE name = 'x'")).isEqualTo("9");
  }

  @Test
  void statementsThatPostgresRefusesInsideATransactionRunOutside() throws SQLException {
    Retort retort =
        boot(
            op -> {
              op.execute(sql("VACUUM machines").outsideTransaction());
              op.addColumn("machines", column("age", integer()));
              op.execute(sql("SET search_path = pg_catalog").outsideTransaction());
              op.addColumn("machines", column("size", integer()));
            });

    retort.upgrade();

    assertThat(facts()).contains("column machines.age integer", "column machines.size integer");
  }

  @Test
  void aStatementOutsideThatReleasesTheLockIsFoundOut() {
    Retort retort =
        boot(op -> op.execute(sql("SELECT pg_advisory_unlock_all()").outsideTransaction()));

    assertThatThrownBy(retort::upgrade).hasMessageContaining("[RT526]");
  }

  @Test
  void whatWasDoneMustNotBeChangedAndWhatFollowsMay() throws SQLException {
    Retort retort = boot(OutsideTransactionTest::indexed);
    retort.upgrade("a1");
    database.execute("INSERT INTO machines VALUES (10, 'm1')");
    assertThatThrownBy(retort::upgrade).hasMessageContaining("[RT512]");

    assertThatThrownBy(boot(op -> op.addColumn("machines", column("size", integer())))::upgrade)
        .isInstanceOf(MigrationRefusedException.class)
        .hasMessageContainingAll("[RT533] Revision b2", "has 1 of its operations");

    boot(op -> {
          op.addColumn("machines", column("age", integer()));
          op.execute("DELETE FROM machines WHERE id = 10");
          op.createIndexConcurrently("machines", index("machines_name", "name").asUnique());
        })
        .upgrade();
    assertThat(facts()).anyMatch(OutsideTransactionTest::isIndex);
  }

  @Test
  void whatWasBegunIsFinishedBeforeTheOtherWayIsTaken() throws SQLException {
    Retort retort =
        boot(
            OutsideTransactionTest::indexed,
            op -> {
              op.dropColumn("machines", "age");
              op.execute(sql("SELECT 1 / (count(*) - 9) FROM machines").outsideTransaction());
              op.dropIndexConcurrently("machines", "machines_name");
            });
    retort.upgrade("a1");
    Set<String> before = facts();
    database.execute("INSERT INTO machines VALUES (10, 'm1')");
    assertThatThrownBy(retort::upgrade).hasMessageContaining("[RT512]");
    assertThatThrownBy(() -> retort.stamp("a1"))
        .hasMessageContaining("[RT534] Revision b2 was begun");

    database.execute("UPDATE machines SET name = 'm10' WHERE id = 10");
    retort.downgrade("a1");

    assertThat(facts()).isEqualTo(before);
    retort.upgrade();
    database.execute("DELETE FROM machines WHERE id = 10");
    assertThatThrownBy(() -> retort.downgrade("-1")).hasMessageContaining("[RT512]");
    assertThat(retort.current()).isEmpty();
    assertThat(retort.unfinished()).isPresent();

    database.execute("INSERT INTO machines VALUES (10, 'm10')");
    retort.upgrade();

    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("b2");
    assertThat(retort.history())
        .extracting(each -> each.direction() + " " + each.revision())
        .containsExactly(
            "UPGRADE a1", "UPGRADE b2", "DOWNGRADE b2", "UPGRADE b2", "DOWNGRADE b2", "UPGRADE b2");
  }

  @ParameterizedTest
  @EnumSource(Locking.class)
  void aPurgeForgetsWhatWasBegun(Locking way) throws SQLException {
    Retort retort = boot(OutsideTransactionTest::indexed);
    retort.upgrade("a1");
    database.execute("INSERT INTO machines VALUES (10, 'm1')");
    assertThatThrownBy(retort::upgrade).hasMessageContaining("[RT512]");

    retort.locking(way).purgeAndStamp("a1");

    assertThat(retort.unfinished()).isEmpty();
    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("a1");
  }

  private static void indexed(Operations op) {
    op.addColumn("machines", column("age", integer()));
    op.createIndexConcurrently("machines", index("machines_name", "name").asUnique());
    op.execute("UPDATE machines SET age = coalesce(age, 0) + 1");
  }

  private void cutOff(String statement) throws Exception {
    for (int i = 0; i < 600; i++) {
      String ended =
          database.text(
              "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <>"
                  + " pg_backend_pid() AND datname = current_database() AND wait_event_type ="
                  + " 'Lock' AND query LIKE '"
                  + statement
                  + "%'");
      if (!ended.equals("0")) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("nobody ran " + statement);
  }

  private static boolean isIndex(String fact) {
    return fact.contains("machines_name");
  }

  private Set<String> facts() throws SQLException {
    return CatalogFacts.all().of(database);
  }

  private Retort boot(Consumer<Operations> up) {
    return boot(up, op -> {});
  }

  private Retort boot(Consumer<Operations> up, Consumer<Operations> down) {
    return Retort.on(database.dataSource())
        .registry(TestRegistry.of(MACHINES, revision("b2", up, "a1").back(down)));
  }
}
