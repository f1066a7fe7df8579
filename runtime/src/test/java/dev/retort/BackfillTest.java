package dev.retort;

import static dev.retort.operation.Filling.set;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retort.migrate.BackfillProgress;
import dev.retort.migrate.MigrationListener;
import dev.retort.operation.Filling;
import dev.retort.operation.Operations;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The lots of backfills. */
class BackfillTest {

  private final TestDatabase database = TestDatabase.create();

  @Test
  void goThroughKeysByTheirOrderAndNotByTheirTexts() throws SQLException {
    List<Long> progress =
        fill(
            op -> {
              op.createTable(
                  "t",
                  column("id", bigint()).notNull(),
                  column("n", integer()).notNull().withDefault("0"),
                  primaryKey("id"));
              op.execute("INSERT INTO t SELECT -n FROM generate_series(1, 3000) n");
            },
            1000);

    assertThat(progress).containsExactly(1000L, 2000L, 3000L);
  }

  @Test
  void goThroughKeysOfSeveralColumnsByTheirOrder() throws SQLException {
    List<Long> progress =
        fill(
            op -> {
              op.createTable(
                  "t",
                  column("lot", bigint()).notNull(),
                  column("id", bigint()).notNull(),
                  column("n", integer()).notNull().withDefault("0"),
                  primaryKey("lot", "id"));
              op.execute("INSERT INTO t SELECT -(n % 30), -n FROM generate_series(1, 3000) n");
            },
            1000);

    assertThat(progress).containsExactly(1000L, 2000L, 3000L);
  }

  @Test
  void goThroughKeysWhoseOperatorsAreOfSeveralSchemas() throws SQLException {
    assumeThat(database.text("SELECT count(*) FROM pg_available_extensions WHERE name = 'citext'"))
        .as("citext is there")
        .isEqualTo("1");
    List<Long> progress =
        fill(
            op -> {
              op.execute(
                  "CREATE EXTENSION citext; CREATE TABLE t (a int, b citext, c int,"
                      + " n int NOT NULL DEFAULT 0, PRIMARY KEY (a, b, c));"
                      + " INSERT INTO t SELECT -(n % 3), chr(65 + n % 2 * 32 + n % 5), n"
                      + " FROM generate_series(1, 300) n");
            },
            70);

    assertThat(progress).containsExactly(70L, 140L, 210L, 280L, 300L);
  }

  @Test
  void callNothingThatASchemaFurtherDownTheSearchPathOffers() throws SQLException {
    List<Long> progress =
        fill(
            op -> {
              op.execute("CREATE TABLE t (id varchar PRIMARY KEY, n int NOT NULL DEFAULT 0)");
              op.execute("INSERT INTO t SELECT n FROM generate_series(1, 9) n");
              op.execute(
                  """
                  CREATE FUNCTION unnest(int2[]) RETURNS SETOF int2 LANGUAGE plpgsql
                    AS $$ BEGIN RAISE 'unnest of public'; END $$;
                  CREATE FUNCTION unnest(oid[]) RETURNS SETOF oid LANGUAGE plpgsql
                    AS $$ BEGIN RAISE 'unnest of public'; END $$;
                  CREATE FUNCTION its(oid, regclass) RETURNS bool LANGUAGE plpgsql
                    AS $$ BEGIN RAISE 'oid = regclass of public'; END $$;
                  CREATE FUNCTION its(varchar, varchar) RETURNS bool LANGUAGE plpgsql
                    AS $$ BEGIN RAISE 'an operator of public on varchar'; END $$;
                  CREATE OPERATOR = (LEFTARG = oid, RIGHTARG = regclass, FUNCTION = its);
                  CREATE OPERATOR > (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = its);
                  CREATE OPERATOR <= (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = its);
                  """);
            },
            4);

    assertThat(progress).containsExactly(4L, 8L, 9L);
  }

  @Test
  void beginsAnewWhereItWasChangedSince() throws SQLException {
    cutOff();

    changed(set("n", "100").where("n <= 100").batchSize(4)).upgrade();

    assertThat(database.text("SELECT min(n) || '-' || max(n) FROM t")).isEqualTo("100-100");
  }

  @Test
  void goesOnWhereOnlyItsStepsWereChanged() throws SQLException {
    cutOff();
    database.execute("ALTER TABLE t DROP CONSTRAINT no_nine");

    changed(set("n", "n + 1").batchSize(2).pause(Duration.ofMillis(1))).upgrade();

    assertThat(database.text("SELECT min(n) || '-' || max(n) FROM t")).isEqualTo("1-1");
  }

  @Test
  void goesOnWhereAnEarlierVersionRecordedTheKeyAlone() throws SQLException {
    cutOff();
    database.execute(
        "ALTER TABLE t DROP CONSTRAINT no_nine;"
            + " UPDATE retort_version SET reached = '{\"after\":[\"8\"],\"rows\":8}'"
            + " WHERE revision = 'b2'");

    changed(set("n", "n + 1").batchSize(4)).upgrade();

    assertThat(database.text("SELECT min(n) || '-' || max(n) FROM t")).isEqualTo("1-1");
  }

  @Test
  void aBackfillThatIsPutBeforeItDoesNotBeginInTheMiddle() throws SQLException {
    cutOff();
    database.execute("CREATE TABLE u (id bigint PRIMARY KEY, n int); INSERT INTO u VALUES (1)");

    Retort.on(database.dataSource())
        .registry(
            chain(
                op -> {
                  op.backfill("u", set("n", "1"));
                  op.backfill("t", set("n", "7"));
                }))
        .upgrade();

    assertThat(database.text("SELECT n FROM u")).isEqualTo("1");
    assertThat(database.text("SELECT min(n) || '-' || max(n) FROM t")).isEqualTo("7-7");
  }

  /** Leaves a backfill that has done eight rows of ten. */
  private void cutOff() {
    Retort retort = changed(set("n", "n + 1").batchSize(4));
    assertThatThrownBy(retort::upgrade).hasMessageContaining("[RT512]");
  }

  private Retort changed(Filling filling) {
    return Retort.on(database.dataSource()).registry(chain(op -> op.backfill("t", filling)));
  }

  private static TestRegistry chain(Consumer<Operations> second) {
    return TestRegistry.of(
        revision(
            "a1",
            op ->
                op.execute(
                    "CREATE TABLE t (id bigint PRIMARY KEY, n int NOT NULL DEFAULT 0,"
                        + " CONSTRAINT no_nine CHECK (id <> 9 OR n <> 1));"
                        + " INSERT INTO t SELECT n FROM generate_series(1, 10) n")),
        revision("b2", second, "a1"));
  }

  /** Fills column n of table t, and gives the numbers of rows that were told. */
  private List<Long> fill(Consumer<Operations> table, int batchSize) throws SQLException {
    List<Long> progress = new ArrayList<>();
    Retort.on(database.dataSource())
        .registry(
            TestRegistry.of(
                revision("a1", table),
                revision(
                    "b2",
                    op -> {
                      op.backfill("t", set("n", "n + 1").batchSize(batchSize));
                      op.createIndexConcurrently("t", index("t_n", "n"));
                    },
                    "a1")))
        .listener(
            new MigrationListener() {
              @Override
              public void progressed(BackfillProgress reached) {
                progress.add(reached.rows());
              }
            })
        .upgrade();
    assertThat(database.text("SELECT min(n) || '-' || max(n) FROM t")).isEqualTo("1-1");
    return progress;
  }
}
