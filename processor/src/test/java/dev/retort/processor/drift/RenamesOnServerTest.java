package dev.retort.processor.drift;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.testing.OperationScripts.schema;
import static dev.retort.testing.ServerDraft.thereAndBack;

import dev.retort.operation.Operations;
import dev.retort.processor.entity.EntityModel;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Stated renames under functions and views, there and back on a real server. */
class RenamesOnServerTest {

  private static final QualifiedName COUNTERS = QualifiedName.of("counters");

  @Test
  void aColumnThatAFunctionInUseReads() throws SQLException {
    renamed(
        counters("counters", "n", "m"),
        counters("counters", "number", "m"),
        Map.of(SchemaPath.column(COUNTERS, "number"), List.of(SchemaPath.column(COUNTERS, "n"))));
  }

  @Test
  void aTableThatAFunctionInUseReads() throws SQLException {
    renamed(
        counters("counts", "n", "m"),
        counters("counters", "n", "m"),
        Map.of(SchemaPath.table(COUNTERS), List.of(SchemaPath.table(QualifiedName.of("counts")))));
  }

  @Test
  void columnsThatSwapTheirNames() throws SQLException {
    renamed(
        counters("counters", "n", "m"),
        counters("counters", "m", "n"),
        Map.of(
            SchemaPath.column(COUNTERS, "n"), List.of(SchemaPath.column(COUNTERS, "m")),
            SchemaPath.column(COUNTERS, "m"), List.of(SchemaPath.column(COUNTERS, "n"))));
  }

  @Test
  void whileTheFunctionReturnsSomethingElse() throws SQLException {
    renamed(
        counters("counters", "n", "m", "bigint"),
        counters("counters", "number", "m", "integer"),
        Map.of(SchemaPath.column(COUNTERS, "number"), List.of(SchemaPath.column(COUNTERS, "n"))));
  }

  private static Consumer<Operations> counters(String table, String column, String other) {
    return counters(table, column, other, "bigint");
  }

  private static Consumer<Operations> counters(
      String table, String column, String other, String result) {
    return op -> {
      op.createTable(table, column(column, bigint()), column(other, text()));
      op.createIndex(table, index("by_number", column));
      op.createFunction(
          "last_one",
          "",
          "RETURNS "
              + result
              + " LANGUAGE sql IMMUTABLE AS $$ SELECT max("
              + column
              + ")::"
              + result
              + " FROM "
              + table
              + " $$");
      op.createView(
          "shown",
          "SELECT " + column + " AS value, " + other + " AS word, last_one() AS l FROM " + table);
      op.createMaterializedView("kept", "SELECT value FROM shown");
      op.createTable(
          "things",
          column("id", bigint()),
          column("last", bigint()).withDefault("last_one()"),
          column("next", bigint()).generatedAs("id + last_one()"),
          check("id < last_one() + 100").named("few"));
    };
  }

  private static void renamed(
      Consumer<Operations> a, Consumer<Operations> b, Map<SchemaPath, List<SchemaPath>> formerNames)
      throws SQLException {
    Schema before = schema(a);
    EntityModel model =
        new EntityModel(schema(b), Map.of(), formerNames, Map.of(), List.of(), Map.of());
    thereAndBack(
        a,
        b,
        "INSERT INTO "
            + before.tables().keySet().stream()
                .filter(name -> !name.local().equals("things"))
                .findFirst()
                .orElseThrow()
            + " VALUES (7, 'seven'); INSERT INTO things (id) VALUES (2)",
        "SELECT value, word, id, last FROM shown, things",
        Drift.between(before, List.of(), model, Unmapped.NONE).operations());
  }
}
