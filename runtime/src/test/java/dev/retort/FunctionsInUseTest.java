package dev.retort;

import static dev.retort.schema.Attribute.attribute;
import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.testing.ServerDraft.thereAndBack;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.operation.Operations;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Drafts that change functions which tables call, or what is under them, on a real server. */
class FunctionsInUseTest {

  private static final SqlType STATUS = userDefined("status");

  private static final String RANK =
      "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT length(s::text) $$";

  /** What calls the function: a default, a check, a generated column, an index. */
  private static void tickets(Operations op) {
    op.createTable(
        "tickets",
        column("id", bigint()).notNull(),
        column("status", STATUS),
        column("first", integer()).withDefault("rank_of('OPEN')"),
        column("rank", integer()).generatedAs("rank_of(status)"),
        check("rank_of(status) > 0").named("ranked"));
    op.createIndex("tickets", index("by_rank", expression("rank_of(status)")));
    op.createIndex("tickets", index("by_column", "rank"));
    op.createView("ranks", "SELECT rank FROM tickets");
  }

  private static final String ROWS = "INSERT INTO tickets (id, status) VALUES (1, 'OPEN')";
  private static final String VALUES = "SELECT id, status, first, rank FROM tickets";

  @Test
  void anEnumTypeIsRebuiltUnderAFunction() throws SQLException {
    thereAndBack(enumType("OPEN", "DONE"), enumType("NEW", "OPEN"), ROWS, VALUES);
  }

  @Test
  void aLabelIsAddedUnderAFunction() throws SQLException {
    thereAndBack(enumType("OPEN", "DONE"), enumType("NEW", "OPEN", "DONE"), ROWS, VALUES);
  }

  @Test
  void aLabelIsAddedUnderAView() throws SQLException {
    thereAndBack(
        viewed("OPEN", "DONE"),
        viewed("NEW", "OPEN", "DONE"),
        "INSERT INTO tickets VALUES ('OPEN')",
        "SELECT status FROM tickets");
  }

  private static Consumer<Operations> viewed(String... labels) {
    return op -> {
      op.createEnumType("status", labels);
      op.createTable("tickets", column("status", STATUS));
      op.createView("statuses", "SELECT status FROM tickets");
      op.createMaterializedView("found", "SELECT status FROM tickets WHERE status = 'OPEN'");
    };
  }

  private static Consumer<Operations> enumType(String... labels) {
    return op -> {
      op.createEnumType("status", labels);
      op.createFunction("rank_of", "s status", RANK);
      tickets(op);
    };
  }

  @Test
  void aCompositeTypeIsRebuiltUnderAFunction() throws SQLException {
    thereAndBack(
        op -> {
          op.createCompositeType("price", attribute("amount", integer()));
          prices(op);
        },
        op -> {
          op.createCompositeType("price", attribute("amount", bigint()));
          prices(op);
        },
        "INSERT INTO products (price) VALUES ('(5)')",
        "SELECT price, doubled FROM products");
  }

  private static void prices(Operations op) {
    op.createFunction(
        "twice",
        "p price",
        "RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT p.amount * 2::bigint $$");
    op.createTable(
        "products",
        column("price", userDefined("price")).withDefault("'(1)'"),
        column("doubled", bigint()).generatedAs("twice(price)"),
        check("twice(price) > 0").named("positive"));
    op.createIndex("products", index("by_twice", expression("twice(price)")));
  }

  @Test
  void aFunctionReturnsSomethingElse() throws SQLException {
    thereAndBack(
        function("s text", "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT length(s) $$"),
        function(
            "s text", "RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT length(s)::bigint $$"),
        "INSERT INTO words (word) VALUES ('abc')",
        "SELECT word, size, length FROM words");
  }

  @Test
  void aFunctionHasOtherNamesAndDefaultsOfParameters() throws SQLException {
    thereAndBack(
        function(
            "s text DEFAULT 'x'",
            "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT length(s) $$"),
        function("t text", "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT length(t) $$"),
        "INSERT INTO words (word) VALUES ('abc')",
        "SELECT word, size, length FROM words");
  }

  @Test
  void aFunctionHasOtherParameters() throws SQLException {
    thereAndBack(
        function("s text", "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT length(s) $$"),
        function(
            "s text, n integer DEFAULT 0",
            "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT length(s) + n $$"),
        "INSERT INTO words (word) VALUES ('abc')",
        "SELECT word, size, length FROM words");
  }

  private static Consumer<Operations> function(String arguments, String definition) {
    return op -> {
      op.createFunction("size", arguments, definition);
      op.createTable(
          "words",
          column("word", text()),
          column("length", integer()).withDefault("size('abcd')"),
          column("size", integer()).generatedAs("size(word)"),
          check("size(word) < 10").named("short"));
      op.createIndex("words", index("by_size", "size"));
      op.createIndex("words", index("only_short", "word").where("size(word) < 5"));
      op.createView("sizes", "SELECT size, size(word) AS again FROM words");
    };
  }

  /** The function is parsed: PostgreSQL knows which columns it reads. */
  @Test
  void aColumnChangesUnderAParsedBody() throws SQLException {
    assumeTrue(serverVersion() >= 14);
    thereAndBack(
        parsed(integer(), column("old", text())),
        parsed(bigint(), column("other", text())),
        "INSERT INTO counters (n) VALUES (1); INSERT INTO things (id) VALUES (2)",
        "SELECT id, number FROM things");
  }

  private static Consumer<Operations> parsed(SqlType type, Column more) {
    return op -> {
      op.createTable("counters", column("n", type), more);
      op.createFunction(
          "next",
          "",
          "RETURNS bigint LANGUAGE sql STABLE\nBEGIN ATOMIC\n SELECT max(counters.n) AS max\n"
              + "    FROM counters WHERE counters."
              + more.name()
              + " IS NULL;\nEND");
      op.createTable(
          "things", column("id", bigint()), column("number", bigint()).withDefault("next()"));
    };
  }

  /** The text of the body is looked at when the function is created. */
  @Test
  void theBodyReadsWhatComesAndGoes() throws SQLException {
    thereAndBack(
        reading("old_counters", "n", "counters"),
        reading("counters", "value", "more"),
        "INSERT INTO things (id) VALUES (2)",
        "SELECT id FROM things");
  }

  private static Consumer<Operations> reading(String table, String column, String other) {
    return op -> {
      op.createTable(table, column(column, bigint()));
      op.createTable(other, column("x", bigint()));
      op.createFunction(
          "next",
          "",
          "RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT max("
              + column
              + ") FROM "
              + table
              + " $$");
      op.createTable(
          "things", column("id", bigint()), column("number", bigint()).withDefault("next()"));
    };
  }

  @Test
  void aColumnComesWithADefaultByANewFunctionOverANewColumn() throws SQLException {
    thereAndBack(
        op -> {
          op.createTable("counters", column("n", bigint()));
          op.createTable("things", column("id", bigint()));
        },
        op -> {
          op.createTable("counters", column("n", bigint()), column("m", bigint()));
          op.createFunction(
              "next",
              "",
              "RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT coalesce(max(m), 7) FROM counters $$");
          op.createTable(
              "things",
              column("id", bigint()),
              column("number", bigint()).notNull().withDefault("next()"));
          op.createIndex("things", index("by_number", "number"));
        },
        "INSERT INTO things (id) VALUES (2)",
        "SELECT id FROM things");
  }

  /** Before version 15 the function takes the column with it, which docs/operations.md warns of. */
  @Test
  void aGeneratedColumnBecomesPlainAndItsFunctionGoes() throws SQLException {
    assumeTrue(serverVersion() >= 15);
    thereAndBack(
        function("s text", "RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT length(s) $$"),
        op -> {
          op.createFunction("size", "a text, b text", RANK.replace("s::", "a::"));
          op.createTable(
              "words",
              column("word", text()),
              column("length", integer()),
              column("size", integer()));
        },
        "INSERT INTO words (word) VALUES ('abc')",
        "SELECT word, size, length FROM words");
  }

  private static int serverVersion() throws SQLException {
    try (Connection connection = TestDatabase.create().connection()) {
      return connection.getMetaData().getDatabaseMajorVersion();
    }
  }
}
