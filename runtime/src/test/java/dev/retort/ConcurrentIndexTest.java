package dev.retort;

import static dev.retort.operation.ExecuteSql.sql;
import static dev.retort.operation.Filling.set;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.UnfinishedRevision;
import dev.retort.operation.Operations;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Concurrent indexes whose client dies, or whose revision is changed before they are there. */
class ConcurrentIndexTest {

  private final TestDatabase database = TestDatabase.create();

  @Test
  void anIndexThatTheServerFinishedForAKilledClientIsTaken() throws Exception {
    finishedWithoutClient("public");
    String built = database.text("SELECT 'ix'::regclass::oid");

    boot("public", ConcurrentIndexTest::ofV).upgrade();

    assertThat(database.text("SELECT 'ix'::regclass::oid")).isEqualTo(built);
  }

  @Test
  void anIndexThatTheServerFinishedIsNotTakenForTheOneOfTheChangedRevision() throws Exception {
    finishedWithoutClient("public");

    boot("public", op -> op.createIndexConcurrently("t", index("ix", "w").asUnique())).upgrade();

    assertThat(indexes("public")).isEqualTo("CREATE UNIQUE INDEX ix ON public.t USING btree (w)");
  }

  @Test
  void anIndexThatTheServerFinishedGoesWhereTheChangedRevisionCreatesAnother() throws Exception {
    finishedWithoutClient("public");

    boot("public", op -> op.createIndexConcurrently("t", index("other", "v"))).upgrade();

    assertThat(indexes("public")).isEqualTo("CREATE INDEX other ON public.t USING btree (v)");
  }

  @Test
  void anIndexOfWhichAnEarlierVersionRecordedTheNameAloneIsTaken() throws Exception {
    finishedWithoutClient("public");
    database.execute(
        "UPDATE retort_version SET reached = '{\"index\":\"ix\",\"rows\":0}' WHERE done = 0");

    boot("public", ConcurrentIndexTest::ofV).upgrade();

    assertThat(indexes("public")).isEqualTo("CREATE INDEX ix ON public.t USING btree (v)");
  }

  @Test
  void remainsAreDroppedInTheSchemaOfTheRevisionAlone() throws Exception {
    database.execute("CREATE SCHEMA acme; CREATE TABLE public.doubles AS VALUES (1), (1)");
    assertThatThrownBy(
            () ->
                database.execute("CREATE UNIQUE INDEX CONCURRENTLY ix ON public.doubles (column1)"))
        .isInstanceOf(SQLException.class);
    finishedWithoutClient("acme");

    boot("acme", op -> op.createIndexConcurrently("t", index("other", "v"))).upgrade();

    assertThat(indexes("acme")).isEqualTo("CREATE INDEX other ON acme.t USING btree (v)");
    assertThat(indexes("public"))
        .isEqualTo("CREATE UNIQUE INDEX ix ON public.doubles USING btree (column1)");
  }

  @Test
  void aFirstOperationThatFailsLeavesNothingEvenOfTheRecord() throws SQLException {
    boot("public", op -> {}).upgrade("a1");
    String before = recorded();
    database.execute("INSERT INTO t VALUES (10, 1, 9)");

    Retort index =
        boot("public", op -> op.createIndexConcurrently("t", index("ix", "w").asUnique()));
    assertThatThrownBy(index::upgrade).hasMessageContainingAll("[RT512]", "[SQLSTATE 23505]");
    Retort filled = boot("public", op -> op.backfill("t", set("w", "1 / (id - 1)").batchSize(4)));
    assertThatThrownBy(filled::upgrade).hasMessageContainingAll("[RT512]", "[SQLSTATE 22012]");
    Retort vacuum = boot("public", op -> op.execute(sql("VACUUM missing").outsideTransaction()));
    assertThatThrownBy(vacuum::upgrade).hasMessageContainingAll("[RT512]", "[SQLSTATE 42P01]");

    assertThat(recorded()).isEqualTo(before);
    index.downgrade("base");
    assertThat(index.current()).isEmpty();
  }

  @Test
  void aDowngradeThatFailsAtFirstLeavesTheRevisionApplied() throws SQLException {
    Retort retort =
        Retort.on(database.dataSource())
            .registry(
                TestRegistry.of(
                    revision("a1", op -> op.execute("CREATE TABLE t (v int)"))
                        .back(
                            op -> {
                              op.execute(sql("VACUUM missing").outsideTransaction());
                              op.dropTable("t");
                            })));
    retort.upgrade();
    String before = recorded();

    assertThatThrownBy(() -> retort.downgrade("base")).hasMessageContaining("[RT512]");

    assertThat(recorded()).isEqualTo(before);
  }

  @Test
  void whatMayHaveCommittedAPartStaysRecordedAsBegun() throws SQLException {
    boot("public", op -> {}).upgrade("a1");
    Retort code =
        boot(
            "public",
            op ->
                op.execute(
                    sql("DO $$ BEGIN DELETE FROM t WHERE id = 1; COMMIT; PERFORM 1 / 0; END $$")
                        .outsideTransaction()));

    assertThatThrownBy(code::upgrade).hasMessageContainingAll("[RT512]", "[SQLSTATE 22012]");

    assertThat(database.text("SELECT count(*) FROM t")).isEqualTo("8");
    assertThat(code.unfinished()).isPresent();
    assertThatThrownBy(
            () ->
                Retort.on(database.dataSource())
                    .registry(TestRegistry.of(revision("a1", ConcurrentIndexTest::table)))
                    .upgrade())
        .hasMessageContainingAll(
            "[RT507] Revision b2 was begun on this database and has not ended: its upgrade has done"
                + " 0 operations, and this application does not have the revision.");
  }

  private String recorded() throws SQLException {
    return database.text("SELECT string_agg(v::text, ';') FROM retort_version v");
  }

  /**
   * Leaves an index that is valid and recorded as begun: the client's end of the connection is
   * closed while the server waits, which it notices only when it has finished.
   */
  private void finishedWithoutClient(String schema) throws Exception {
    boot(schema, ConcurrentIndexTest::ofV).upgrade("a1");
    AtomicReference<Connection> client = new AtomicReference<>();
    PGSimpleDataSource source =
        new PGSimpleDataSource() {
          @Override
          public Connection getConnection() throws SQLException {
            client.set(super.getConnection());
            return client.get();
          }
        };
    source.setUrl(database.url());
    source.setUser(database.user());
    source.setPassword(database.password());
    CompletableFuture<?> migration;
    try (Connection writer = database.connection()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("UPDATE " + schema + ".t SET v = v");
      migration =
          CompletableFuture.runAsync(
              () ->
                  Retort.on(source)
                      .schema(schema)
                      .registry(registry(ConcurrentIndexTest::ofV))
                      .upgrade());
      await(
          "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
              + " AND wait_event_type = 'Lock' AND query LIKE 'CREATE INDEX CONCURRENTLY%'",
          "1");
      client.get().abort(Runnable::run);
      assertThatThrownBy(migration::join).hasMessageContaining("[RT514]");
      writer.commit();
    }
    await(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND query LIKE 'CREATE INDEX CONCURRENTLY%'",
        "0");
    assertThat(indexes(schema)).isEqualTo("CREATE INDEX ix ON " + schema + ".t USING btree (v)");
    assertThat(
            database.text(
                "SELECT indisvalid FROM pg_index WHERE indexrelid = '" + schema + ".ix'::regclass"))
        .isEqualTo("t");
    assertThat(
            boot(schema, ConcurrentIndexTest::ofV)
                .unfinished()
                .flatMap(UnfinishedRevision::reached))
        .hasValueSatisfying(reached -> assertThat(reached).startsWith("{\"index\":\"ix\""));
  }

  private void await(String query, String value) throws Exception {
    for (int i = 0; i < 600 && !database.text(query).equals(value); i++) {
      Thread.sleep(50);
    }
    assertThat(database.text(query)).isEqualTo(value);
  }

  /** The indexes that are no keys. */
  private String indexes(String schema) throws SQLException {
    return database.text(
        "SELECT string_agg(indexdef, '; ' ORDER BY indexdef) FROM pg_indexes WHERE schemaname = '"
            + schema
            + "' AND indexname NOT LIKE '%_pkey'");
  }

  private Retort boot(String schema, Consumer<Operations> up) {
    return Retort.on(database.dataSource()).schema(schema).registry(registry(up));
  }

  private static void ofV(Operations op) {
    op.createIndexConcurrently("t", index("ix", "v"));
  }

  private static TestRegistry registry(Consumer<Operations> up) {
    return TestRegistry.of(
        revision("a1", ConcurrentIndexTest::table).back(op -> op.dropTable("t")),
        revision("b2", up, "a1").back(op -> {}));
  }

  private static void table(Operations op) {
    op.createTable(
        "t",
        column("id", integer()).notNull(),
        column("v", integer()),
        column("w", integer()),
        primaryKey("id"));
    op.execute("INSERT INTO t SELECT n, n / 2, n FROM generate_series(1, 9) n");
  }
}
