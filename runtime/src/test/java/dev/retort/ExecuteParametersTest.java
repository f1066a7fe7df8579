package dev.retort;

import static dev.retort.operation.ExecuteSql.sql;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.bool;
import static dev.retort.schema.SqlType.bytea;
import static dev.retort.schema.SqlType.date;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.jsonb;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.timestamp;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.type;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.uuid;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.migrate.MigrationFailedException;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.SqlScript;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parameters of SQL: what is bound at the boot is what the script for psql says. */
class ExecuteParametersTest {

  private static final String HOSTILE =
      "it's \"quoted\" back\\slash $$ $1 ? ?? -- /* \n; DROP TABLE things; \u202e \ud83d\ude00 '';";

  private static void things(Operations op) {
    op.createEnumType("state", "ON", "MONDAY");
    op.createTable(
        "things",
        column("id", bigint()).asIdentity(),
        column("text", text()),
        column("state", userDefined("state")),
        column("small", type("smallint")),
        column("whole", integer()),
        column("big", bigint()),
        column("exact", numeric()),
        column("float", type("float8")),
        column("flag", bool()),
        column("uuid", uuid()),
        column("bytes", bytea()),
        column("date", date()),
        column("time", type("time")),
        column("timetz", type("timetz")),
        column("ts", timestamp()),
        column("tstz", timestamptz()),
        column("span", type("interval")),
        column("json", type("json")),
        column("jsonb", jsonb()),
        column("texts", text().array()),
        column("matrix", integer().array().array()),
        column("states", userDefined("state").array()));
  }

  static List<Consumer<Operations>> statements() {
    List<Consumer<Operations>> all = new ArrayList<>();
    all.add(op -> op.execute("INSERT INTO things (text) VALUES (?)", HOSTILE));
    all.add(op -> op.execute("INSERT INTO things (text) VALUES(?)", ""));
    all.add(op -> op.execute("INSERT INTO things (text) VALUES (?)", (Object) null));
    all.add(op -> op.execute("INSERT INTO things (text) VALUES (?)", (Object[]) null));
    all.add(op -> op.execute("INSERT INTO things (text) SELECT '?' || ? || $$?$$", "x"));
    all.add(op -> op.execute("INSERT INTO things (state) VALUES (?)", DayOfWeek.MONDAY));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (small, whole, big, exact) VALUES (?, ?, ?, ?)",
                (short) -3,
                Integer.MIN_VALUE,
                Long.MIN_VALUE,
                new BigInteger("123456789012345678901234567890")));
    all.add(op -> op.execute("INSERT INTO things (whole) SELECT 1 -?", -5));
    all.add(op -> op.execute("INSERT INTO things (text) SELECT ?::text", -5));
    all.add(op -> op.execute("INSERT INTO things (text) SELECT pg_typeof(?)", 5));
    all.add(op -> op.execute("INSERT INTO things (text) SELECT pg_typeof(?)", 5_000_000_000L));
    all.add(op -> op.execute("INSERT INTO things (text) SELECT pg_typeof(?)", Integer.MIN_VALUE));
    all.add(op -> op.execute("INSERT INTO things (text) SELECT pg_typeof(?)", Long.MIN_VALUE));
    all.add(op -> op.execute("INSERT INTO things (text) SELECT pg_typeof(?)", BigDecimal.ONE));
    all.add(op -> op.execute("INSERT INTO things (text) SELECT pg_typeof(?)", Instant.EPOCH));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (exact, float) VALUES (?, ?)",
                new BigDecimal("1E+30"),
                new BigDecimal("-0.10")));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (flag, uuid, bytes) VALUES (?, ?, ?)",
                true,
                UUID.fromString("00000000-0000-0001-0000-00000000000a"),
                new byte[] {0, 39, 92, -1}));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (date, time, timetz, ts, tstz) VALUES (?, ?, ?, ?, ?)",
                LocalDate.of(-43, 3, 15),
                LocalTime.of(23, 59, 59, 999_999_000),
                OffsetTime.parse("12:00-03:30"),
                LocalDateTime.of(12345, 1, 2, 3, 4),
                OffsetDateTime.parse("2026-11-22T01:02:03.000001+05:30")));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (tstz) VALUES (?)",
                ZonedDateTime.parse("2026-07-01T12:00:00+02:00[Europe/Berlin]")));
    all.add(op -> op.execute("INSERT INTO things (span) VALUES (?)", Period.of(1, -2, 3)));
    all.add(op -> op.execute("INSERT INTO things (span) VALUES (?)", Duration.ofMillis(-90_500)));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (json, jsonb) VALUES (?, ?)",
                "{\"a\": \"it's\"}",
                "[1, \"?\"]"));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (texts, matrix, states) VALUES (?, ?, ?)",
                Arrays.asList("a\"b\\c", "{,}", "", "NULL", null, HOSTILE),
                List.of(List.of(1, -2), List.of(3, 4)),
                List.of("ON")));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (flag) SELECT '{\"a\": 1}'::jsonb ?? ? OR '[]'::jsonb ??| ?",
                "a",
                List.of("b")));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (text) VALUES (?); INSERT INTO things (whole) VALUES (?)",
                "two; ?",
                2));
    all.add(
        op ->
            op.execute(
                "INSERT INTO things (text) SELECT 'x' WHERE 'a' LIKE? AND'b'LIKE?AND true",
                "a",
                "%"));
    all.add(op -> op.execute("INSERT INTO things (whole) SELECT 1 FETCH FIRST ? ROWS ONLY", 1));
    return all;
  }

  @ParameterizedTest
  @MethodSource("statements")
  void whatIsBoundIsWhatTheScriptSays(Consumer<Operations> statement) throws SQLException {
    TestDatabase bound = TestDatabase.create();
    TestDatabase scripted = TestDatabase.create();

    Retort.on(bound.dataSource())
        .registry(
            TestRegistry.of(
                revision(
                    "x",
                    op -> {
                      things(op);
                      statement.accept(op);
                    })))
        .upgrade();
    scripted.execute(SqlScript.of(recorded(ExecuteParametersTest::things)));
    scripted.execute(SqlScript.of(recorded(statement)));

    List<String> rows = rows(bound);
    assertThat(rows).isNotEmpty().isEqualTo(rows(scripted));
  }

  @Test
  void aTextArrivesAsItIs() throws SQLException {
    TestDatabase database = TestDatabase.create();
    Retort.on(database.dataSource())
        .registry(
            TestRegistry.of(
                revision(
                    "x",
                    op -> {
                      things(op);
                      op.execute("INSERT INTO things (text) VALUES (?)", HOSTILE);
                    })))
        .upgrade();

    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT text FROM things")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(HOSTILE);
    }
  }

  @Test
  void whatIsRefusedIsRefusedWhereItIsRecorded() {
    refused(
        op -> op.execute("SELECT ?", 1.5),
        "a value cannot be a java.lang.Double, which is not exact; use a BigDecimal");
    refused(op -> op.execute("SELECT ?", new Object()), "a value cannot be a java.lang.Object; it");
    refused(op -> op.execute("SELECT ?", List.of('x')), "a value cannot be a java.lang.Character");
    refused(op -> op.execute("SELECT ?", "a\0b"), "the character NUL");
    refused(op -> op.execute("SELECT ?", "\ud83d"), "a surrogate without its pair");
    refused(
        op -> op.execute("SELECT '?'", 1),
        "execute is given 1 parameter for no question marks; a question mark of an operator");
    refused(
        op -> op.execute("SELECT ?, ?", 1), "execute is given 1 parameter for 2 question marks");
    refused(
        op -> op.execute(sql("SELECT ?", 1).reverse("SELECT ?", 1, 2)),
        "execute is given 2 parameters for 1 question mark;");
  }

  private static void refused(Consumer<Operations> script, String message) {
    assertThatThrownBy(() -> recorded(script))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aFailureDoesNotTellTheValues() {
    TestDatabase database = TestDatabase.create();
    Retort retort =
        Retort.on(database.dataSource())
            .registry(
                TestRegistry.of(
                    revision("x", op -> op.execute("SELECT ?::text, 1 / ?", "s3cret", 0))));

    MigrationFailedException failure =
        catchThrowableOfType(MigrationFailedException.class, retort::upgrade);

    assertThat(failure)
        .hasMessageContainingAll("RT512", "ExecuteParametersTest.java:", "division by zero")
        .hasMessageNotContaining("s3cret");
    assertThat(failure.getCause()).hasMessageNotContaining("s3cret");
    assertThat(recorded(op -> op.execute("SELECT ?", "s3cret")).get(0).toString())
        .doesNotContain("s3cret");
  }

  @Test
  void theReverseIsTheWayBackThereAndForth() throws SQLException {
    List<Operation> upgrade =
        recorded(
            op ->
                op.execute(
                    sql("UPDATE things SET text = ?", "new")
                        .reverse("UPDATE things SET text = ?", "old")));

    List<Operation> downgrade = Inverses.of(upgrade, Schema.empty()).orElseThrow();

    assertThat(downgrade)
        .isEqualTo(
            recorded(
                op ->
                    op.execute(
                        sql("UPDATE things SET text = ?", "old")
                            .reverse("UPDATE things SET text = ?", "new"))));
    assertThat(Inverses.of(downgrade, Schema.empty())).contains(upgrade);
    assertThat(Inverses.of(recorded(op -> op.execute("SELECT ?", 1)), Schema.empty())).isEmpty();
  }

  private static List<String> rows(TestDatabase database) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT t::text FROM things t ORDER BY id")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
