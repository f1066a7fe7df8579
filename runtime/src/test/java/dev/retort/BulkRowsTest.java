package dev.retort;

import static dev.retort.operation.Rows.columns;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
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
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static dev.retort.testing.TestRegistry.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.migrate.MigrationFailedException;
import dev.retort.operation.BulkDelete;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.BulkUpdate;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.Rows;
import dev.retort.operation.Value;
import dev.retort.postgres.SqlScript;
import dev.retort.schema.Identity;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.TableElement;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows as data on a real server: bound at the boot, written into a script, and taken back. */
class BulkRowsTest {

  private static final String HOSTILE =
      "it's \"quoted\" back\\slash $$ $1 ? ?? -- /* \n'); DROP TABLE \"odd?\"; \u202e \ud83d\ude00";

  private static void tables(Operations op) {
    op.createEnumType("state", "ON", "it's");
    op.createTable(
        "odd?",
        column("id", bigint()).asIdentity(Identity.ALWAYS),
        column("a \"?\"", text()),
        column("state", userDefined("state")).withDefault("'ON'"),
        column("short", varchar(3)),
        column("whole", integer()),
        column("exact", numeric(6, 2)),
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
        column("states", userDefined("state").array()),
        column("double", integer()).generatedAs("whole * 2"),
        primaryKey("id"));
    op.createTable(
        "pairs",
        column("a", integer()),
        column("b", userDefined("state")),
        column("c", text()).notNull(),
        primaryKey("a", "b"),
        unique("c"));
    op.createTable("loose", column("a", text()), column("b", integer()).notNull().withDefault("1"));
  }

  private static Rows odd() {
    return columns(
            "id", "a \"?\"", "state", "short", "whole", "exact", "float", "flag", "uuid", "bytes",
            "date", "time", "timetz", "ts", "tstz", "span", "json", "jsonb", "texts", "matrix",
            "states")
        .overridingSystemValues()
        .row(
            1,
            HOSTILE,
            "it's",
            "abc ",
            -5,
            new BigDecimal("-1234.5"),
            "NaN",
            true,
            UUID.fromString("00000000-0000-0001-0000-00000000000a"),
            new byte[] {0, 39, 92, -1},
            LocalDate.of(-43, 3, 15),
            LocalTime.MIDNIGHT,
            OffsetTime.parse("12:00-03:30"),
            LocalDateTime.of(2026, 1, 2, 3, 4),
            Instant.parse("2026-11-22T01:02:03.000001Z"),
            Duration.ofMillis(-90_500),
            "{\"a\": \"it's\"}",
            "[1, \"?\"]",
            Arrays.asList("a\"b\\c", "{,}", "", "NULL", null, HOSTILE),
            List.of(List.of(1, -2), List.of(3, 4)),
            List.of("it's"))
        .row(
            2, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null);
  }

  private static Rows pairs() {
    return columns("c", "b", "a").row("x", "ON", 1).row("y", "it's", 1).row("z", "ON", 2);
  }

  static Stream<Consumer<Operations>> changes() {
    return Stream.of(
        op -> op.bulkInsert("odd?", odd()),
        op -> op.bulkInsert("pairs", pairs()),
        op -> {
          op.bulkInsert("odd?", odd());
          op.bulkUpdate(
              "odd?",
              columns("state", "a \"?\"", "id", "tstz", "states", "bytes", "uuid")
                  .key("id")
                  .row("ON", "?", 1, Instant.EPOCH, List.of(), new byte[0], new UUID(1, 2))
                  .was(
                      "it's",
                      HOSTILE,
                      Instant.parse("2026-11-22T01:02:03.000001Z"),
                      List.of("it's"),
                      new byte[] {0, 39, 92, -1},
                      UUID.fromString("00000000-0000-0001-0000-00000000000a"))
                  .row(null, HOSTILE, 2, null, null, null, null)
                  .was(null, null, null, null, null, null));
        },
        op -> {
          op.bulkInsert("pairs", pairs());
          op.bulkUpdate(
              "pairs", columns("b", "a", "c").key("a", "b").row("it's", 1, HOSTILE).was("y"));
          op.bulkDelete("pairs", columns("c", "b", "a").key("c").row("x", "ON", 1));
        },
        op -> {
          op.bulkInsert("pairs", pairs());
          op.bulkDelete(
              "pairs", columns("b", "a", "c").key("b", "a").row("ON", 2, "z").row("ON", 1, "x"));
        });
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whatIsBoundIsWhatTheScriptSaysAndIsTakenBack(Consumer<Operations> change)
      throws SQLException {
    TestDatabase bound = TestDatabase.create();
    TestDatabase scripted = TestDatabase.create();
    Schema schema = schema();
    List<Operation> upgrade = recorded(change);
    upgrade.forEach(operation -> operation.applyTo(schema));
    List<Operation> downgrade = Inverses.of(upgrade, schema).orElseThrow();

    Retort retort =
        Retort.on(bound.dataSource())
            .registry(
                TestRegistry.of(
                    revision("t", BulkRowsTest::tables),
                    revision("x", change, "t").back(op -> back(op, downgrade))));
    retort.upgrade();
    scripted.execute(SqlScript.of(recorded(BulkRowsTest::tables)));
    scripted.execute(SqlScript.of(upgrade));

    List<String> after = rows(bound);
    assertThat(after).isNotEmpty().isEqualTo(rows(scripted));
    retort.downgrade("t");
    scripted.execute(SqlScript.of(downgrade));
    assertThat(rows(bound)).isEmpty();
    assertThat(rows(scripted)).isEmpty();
    scripted.execute(SqlScript.of(Inverses.of(downgrade, schema).orElseThrow()));
    assertThat(rows(scripted)).isEqualTo(after);
  }

  /** A way back is operations; the recorder takes their parts. */
  private static void back(Operations op, List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof BulkInsert insert) {
        op.bulkInsert(insert.table().local(), insert.rows());
      } else if (operation instanceof BulkUpdate update) {
        op.bulkUpdate(update.table().local(), update.rows());
      } else if (operation instanceof BulkDelete delete) {
        op.bulkDelete(delete.table().local(), delete.rows());
      }
    }
  }

  @Test
  void aTextArrivesAsItIs() throws SQLException {
    TestDatabase database = TestDatabase.create();
    boot(database, op -> op.bulkInsert("odd?", odd())).upgrade();

    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT \"a \"\"?\"\"\", double, texts FROM \"odd?\"")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(HOSTILE);
      assertThat(row.getInt(2)).isEqualTo(-10);
      assertThat((Object[]) row.getArray(3).getArray())
          .containsExactly("a\"b\\c", "{,}", "", "NULL", null, HOSTILE);
    }
  }

  /** 1,000 rows at most in a statement, and no more than 65,535 values. */
  @Test
  void manyRowsBecomeSeveralStatements() throws SQLException {
    TestDatabase database = TestDatabase.create();
    String[] wide =
        Stream.iterate(1, i -> i + 1).limit(100).map(i -> "c" + i).toArray(String[]::new);
    Object[] values = Stream.iterate(1, i -> i + 1).limit(100).toArray();
    List<List<Value>> many = new ArrayList<>();
    List<Value> row = columns(wide).row(values).values().get(0);
    for (int i = 0; i < 1500; i++) {
      many.add(row);
    }
    Rows rows = new Rows(List.of(wide), List.of(), many, List.of(), false);
    Retort.on(database.dataSource())
        .registry(
            TestRegistry.of(
                revision(
                    "x",
                    op -> {
                      op.createTable(
                          "wide",
                          Stream.of(wide)
                              .map(name -> column(name, integer()))
                              .toArray(TableElement[]::new));
                      op.bulkInsert("wide", rows);
                    })))
        .upgrade();

    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*), sum(c100) FROM wide")) {
      assertThat(count.next()).isTrue();
      assertThat(count.getInt(1)).isEqualTo(1500);
      assertThat(count.getInt(2)).isEqualTo(150_000);
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            op -> op.bulkInsert("pair", pairs()), "there is no table pair; did you mean pairs?"),
        refusal(
            op -> op.bulkInsert("loose", columns("aa").row("x")),
            "table loose has no column aa; did you mean a?"),
        refusal(
            op -> op.bulkInsert("pairs", columns("a", "b").row(1, "ON")),
            "column pairs.c is NOT NULL without a default, and the rows have no value for it"),
        refusal(
            op -> op.bulkInsert("loose", columns("b").row((Object) null)),
            "column loose.b is NOT NULL, and a row has NULL for it"),
        refusal(
            op -> op.bulkInsert("odd?", columns("id").row(1)),
            "column odd?.id is an identity column that is always generated; say"
                + " overridingSystemValues() to give its values"),
        refusal(
            op -> op.bulkInsert("odd?", columns("double").row(1)),
            "column odd?.double is generated and takes no values"),
        refusal(
            op -> op.bulkUpdate("odd?", columns("id", "double").key("id").row(1, 1)),
            "column odd?.double is generated and takes no values"),
        refusal(
            op -> op.bulkUpdate("loose", columns("a", "b").key("a").row("x", 1)),
            "(a) of table loose is neither its primary key nor unique, so that a key may stand for"
                + " many rows; use execute for these"),
        refusal(
            op -> op.bulkDelete("pairs", columns("a").key("a").row(1)),
            "(a) of table pairs is neither its primary key nor unique"),
        refusal(
            op -> op.bulkInsert("odd?", columns("state").row("OFF")),
            "column odd?.state state takes the labels of its enum type (ON, it's), and a row has"
                + " another one"),
        refusal(
            op -> op.bulkInsert("odd?", columns("states").row(List.of("ON", "OFF"))),
            "takes the labels of its enum type"),
        refusal(
            op -> op.bulkInsert("odd?", columns("whole").row("1")),
            "column odd?.whole integer takes a whole number, not a text"),
        refusal(
            op -> op.bulkInsert("odd?", columns("whole").row(3_000_000_000L)),
            "takes numbers from -2147483648 to 2147483647"),
        refusal(
            op -> op.bulkInsert("odd?", columns("whole").row(new BigDecimal("1.5"))),
            "takes a whole number, not a decimal number"),
        refusal(
            op -> op.bulkInsert("odd?", columns("exact").row(new BigDecimal("9999.995"))),
            "column odd?.exact numeric(6,2) has no room for a number of a row"),
        refusal(
            op -> op.bulkInsert("odd?", columns("short").row("abcd")),
            "column odd?.short varchar(3) has no room for a text of 4 characters"),
        refusal(
            op -> op.bulkInsert("odd?", columns("flag").row(1)),
            "takes true or false, not a whole number"),
        refusal(op -> op.bulkInsert("odd?", columns("uuid").row("x")), "a text that is none"),
        refusal(
            op -> op.bulkInsert("odd?", columns("ts").row(Instant.EPOCH)),
            "takes a date and time without a zone, not a point in time"),
        refusal(
            op -> op.bulkInsert("odd?", columns("tstz").row(LocalDateTime.MIN)),
            "takes a point in time, not a date and time without a zone"),
        refusal(op -> op.bulkInsert("odd?", columns("jsonb").row(1)), "takes a text, not a whole"),
        refusal(op -> op.bulkInsert("odd?", columns("texts").row(1)), "takes a list, not a whole"),
        refusal(
            op -> op.bulkInsert("odd?", columns("texts").row(List.of(1))), "takes a text, not a"),
        refusal(op -> op.bulkInsert("odd?", columns("whole").row(List.of(1))), "takes no list"));
  }

  private static Arguments refusal(Consumer<Operations> change, String message) {
    return Arguments.of(change, message);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatTheTableDoesNotTakeIsRefusedByTheReplay(Consumer<Operations> change, String message) {
    Schema schema = schema();
    List<Operation> operations = recorded(change);

    assertThatThrownBy(() -> operations.get(0).applyTo(schema))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatMakesNoRowsIsRefusedWhereItIsWritten() {
    refused(() -> columns("a", "b").row(1), "a row has 1 value for the columns a, b");
    refused(() -> columns("a", "a"), "column a is there twice");
    refused(() -> columns(), "rows need a column at least");
    refused(() -> columns("a").key("b"), "key column b is none of the columns a");
    refused(() -> columns("a").key("a").row((Object) null), "NULL is no key");
    refused(() -> columns("a").key("a").row(1).row(1), "two rows have the same key (a)");
    refused(
        () -> columns("a", "b").key("a").row(1, 2).was(1, 2),
        "was(…) has 2 values for the columns b");
    refused(
        () -> recorded(op -> op.bulkInsert("t", columns("a"))), "bulkInsert needs a row at least");
    refused(
        () -> recorded(op -> op.bulkInsert("t", columns("a").key("a").row(1))),
        "bulkInsert takes new rows");
    refused(
        () -> recorded(op -> op.bulkUpdate("t", columns("a", "b").row(1, 2))),
        "bulkUpdate needs key(…)");
    refused(
        () -> recorded(op -> op.bulkUpdate("t", columns("a").key("a").row(1))),
        "bulkUpdate needs a column beyond the key");
    refused(
        () ->
            recorded(
                op -> op.bulkUpdate("t", columns("a", "b").key("a").row(1, 2).was(3).row(2, 2))),
        "was(…) is said of 1 of 2 rows; say it of each, or of none");
    refused(() -> recorded(op -> op.bulkDelete("t", columns("a").row(1))), "needs key(…)");
  }

  private static void refused(ThrowingCallable code, String message) {
    assertThatThrownBy(code)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatIsNotSaidHasNoWayBack() {
    Schema schema = schema();
    for (Operation operation :
        recorded(
            op -> {
              op.bulkUpdate("pairs", columns("c", "a").key("c").row("x", 1));
              op.bulkDelete("pairs", columns("c").key("c").row("x"));
              op.bulkInsert("loose", columns("a").row("x"));
              op.bulkInsert("odd?", columns("whole").row(1));
            })) {
      assertThat(operation.applyTo(schema)).isSameAs(schema);
      assertThat(operation.inverse(schema)).isEmpty();
    }
  }

  @Test
  void aFailureTellsItsLineAndNoValue() {
    TestDatabase database = TestDatabase.create();
    Retort retort =
        boot(
            database,
            op -> op.bulkInsert("odd?", columns("jsonb", "a \"?\"").row("{s3cret", "s3cret")));

    MigrationFailedException failure =
        catchThrowableOfType(MigrationFailedException.class, retort::upgrade);

    assertThat(failure)
        .hasMessageContainingAll(
            "RT512",
            "BulkRowsTest.java:",
            "insert 1 row into odd?",
            "invalid input syntax for type json");
    assertThat(recorded(op -> op.bulkInsert("t", columns("a").row("s3cret"))).toString())
        .doesNotContain("s3cret");
  }

  private static Retort boot(TestDatabase database, Consumer<Operations> change) {
    return Retort.on(database.dataSource())
        .registry(
            TestRegistry.of(
                revision(
                    "x",
                    op -> {
                      tables(op);
                      change.accept(op);
                    })));
  }

  private static Schema schema() {
    Schema schema = Schema.empty();
    for (Operation operation : recorded(BulkRowsTest::tables)) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  private static List<String> rows(TestDatabase database) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT t::text AS r FROM \"odd?\" t UNION ALL SELECT t::text FROM pairs t ORDER BY r")) {
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
