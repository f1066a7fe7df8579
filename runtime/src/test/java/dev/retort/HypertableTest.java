package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Hypertable.hypertable;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.doublePrecision;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.testing.OperationScripts.recorded;
import static dev.retort.testing.OperationScripts.run;
import static dev.retort.testing.OperationScripts.schema;
import static dev.retort.testing.ServerDraft.thereAndBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.catalog.LiveDifferences;
import dev.retort.operation.Operations;
import dev.retort.schema.TableElement;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hypertables, on a server that has TimescaleDB; skipped on others. */
class HypertableTest {

  private static final String ROWS =
      "INSERT INTO readings (sensor, taken, value) SELECT 'a' || n,"
          + " timestamptz '2026-01-01 00:00:00Z' + n * interval '5 hours', n"
          + " FROM generate_series(1, 50) n";
  private static final String VALUES =
      "SELECT sensor, taken AT TIME ZONE 'UTC', value FROM readings ORDER BY taken";

  @BeforeAll
  static void needsTheExtension() throws SQLException {
    assumeTrue(
        "1"
            .equals(
                TestDatabase.create()
                    .text(
                        "SELECT count(*) FROM pg_available_extensions"
                            + " WHERE name = 'timescaledb'")),
        "the server has no TimescaleDB");
  }

  @Test
  void anOrdinaryTableBecomesOneAndBack() throws SQLException {
    thereAndBack(readings(), readings(hypertable("taken", "1 day")), ROWS, VALUES);
  }

  @Test
  void aHypertableBecomesAnOrdinaryTableAndBack() throws SQLException {
    thereAndBack(readings(hypertable("taken")), readings(), ROWS, VALUES);
  }

  @Test
  void chunksGetAnotherSize() throws SQLException {
    thereAndBack(
        readings(hypertable("taken")), readings(hypertable("taken", "12 hours")), ROWS, VALUES);
  }

  @Test
  void aHypertableIsNew() throws SQLException {
    thereAndBack(
        op -> {
          op.createExtension("timescaledb");
          op.createTable("t", column("id", bigint()));
        },
        op -> {
          op.createTable("t", column("id", bigint()));
          readings(hypertable("taken", "1 month")).accept(op);
        },
        "INSERT INTO t VALUES (1)",
        "SELECT id FROM t");
  }

  @Test
  void itsColumnsAndIndexesChange() throws SQLException {
    thereAndBack(
        readings(hypertable("taken", "1 day")),
        op -> {
          op.createExtension("timescaledb");
          op.createTable(
              "readings",
              column("sensor", text()).notNull(),
              column("taken", timestamptz()).notNull(),
              column("value", doublePrecision()).notNull().withDefault("0"),
              column("note", text()).withDefault("'none'"),
              primaryKey("sensor", "taken"),
              hypertable("taken", "1 day"));
          op.createIndex("readings", index("by_note", "note", "taken"));
        },
        ROWS,
        VALUES);
  }

  @Test
  void itsTimeIsRenamed() throws SQLException {
    TestDatabase database = migrated(readings(hypertable("taken")));
    database.execute(ROWS);

    run(
        database,
        op -> {
          op.renameColumn("readings", "taken", "Taken \"at\"");
          op.setChunkInterval("readings", "1 day");
          op.renameTable("readings", "it's");
        });

    assertThat(database.text("SELECT count(\"Taken \"\"at\"\"\") FROM \"it's\"")).isEqualTo("50");
    assertThat(
            database.text(
                "SELECT column_name || ' ' || time_interval FROM timescaledb_information.dimensions"))
        .isEqualTo("Taken \"at\" 1 day");
  }

  /** As the images of TimescaleDB have it: the extension is in public, the tables elsewhere. */
  @Test
  void theExtensionIsWhereTheSearchPathDoesNotLead() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute("CREATE EXTENSION timescaledb; CREATE SCHEMA \"My Shop\"");
    database.execute(
        "ALTER ROLE CURRENT_USER IN DATABASE "
            + database.text("SELECT current_database()")
            + " SET search_path = \"My Shop\"");

    run(
        database,
        op ->
            op.createTable(
                "readings", column("taken", timestamptz()).notNull(), hypertable("taken")));
    run(database, op -> op.setChunkInterval("readings", "1 day"));

    assertThat(database.text("SELECT time_interval FROM timescaledb_information.dimensions"))
        .isEqualTo("1 day");
  }

  @Test
  void theLiveSchemaIsWhatTheRevisionsSay() throws SQLException {
    for (TableElement chunks :
        new TableElement[] {
          hypertable("taken"), hypertable("taken", "36 hours"), hypertable("taken", "1 year")
        }) {
      assertThat(differences(readings(chunks), readings(chunks)).operations()).isEmpty();
      assertThat(differences(readings(chunks), readings(chunks)).live().beyond()).isEmpty();
    }
    assertThat(
            differences(readings(hypertable("taken")), readings(hypertable("taken", "1 day")))
                .operations())
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .contains("AlterChunkInterval");
  }

  @Test
  void furtherDimensionsAreBeyondTheModel() throws SQLException {
    TestDatabase database = migrated(readings(hypertable("taken")));
    database.execute("SELECT add_dimension('readings', by_hash('sensor', 2))");

    try (Connection connection = database.connection()) {
      LiveDifferences differences =
          LiveDifferences.of(connection, "public", schema(readings(hypertable("taken"))), Set.of());
      assertThat(differences.operations()).isEmpty();
      assertThat(differences.live().beyond())
          .containsExactly("dimension sensor of hypertable readings");
    }
  }

  @Test
  void aContinuousAggregateIsBeyondTheModelAndNoView() throws SQLException {
    TestDatabase database = migrated(readings(hypertable("taken")));
    database.execute(
        "CREATE MATERIALIZED VIEW daily WITH (timescaledb.continuous) AS"
            + " SELECT time_bucket('1 day', taken) AS day, avg(value) FROM readings GROUP BY 1"
            + " WITH NO DATA");

    try (Connection connection = database.connection()) {
      LiveDifferences differences =
          LiveDifferences.of(connection, "public", schema(readings(hypertable("taken"))), Set.of());
      assertThat(differences.operations()).isEmpty();
      assertThat(differences.live().beyond()).containsExactly("continuous aggregate daily");
    }
  }

  private static LiveDifferences differences(
      Consumer<Operations> actual, Consumer<Operations> expected) throws SQLException {
    try (Connection connection = migrated(actual).connection()) {
      return LiveDifferences.of(connection, "public", schema(expected), Set.of());
    }
  }

  private static TestDatabase migrated(Consumer<Operations> script) throws SQLException {
    TestDatabase database = TestDatabase.create();
    run(database, recorded(script));
    return database;
  }

  private static Consumer<Operations> readings(TableElement... chunks) {
    TableElement[] elements =
        Stream.concat(
                Stream.of(
                    column("sensor", text()).notNull(),
                    column("taken", timestamptz()).notNull(),
                    column("value", doublePrecision()),
                    primaryKey("sensor", "taken")),
                Stream.of(chunks))
            .toArray(TableElement[]::new);
    return op -> {
      op.createExtension("timescaledb");
      op.createTable("readings", elements);
      op.createIndex("readings", index("by_value", "value"));
    };
  }
}
