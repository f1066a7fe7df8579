package dev.retort;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.bool;
import static dev.retort.schema.SqlType.date;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.testing.OperationScripts.schema;
import static dev.retort.testing.ServerDraft.thereAndBack;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Columns that are called like words in the expressions of others, on a real server. */
class ExpressionNamesTest {

  private static final String WEIGHED = "CASE WHEN heavy THEN weight > 100 ELSE weight <= 100 END";

  private static final String TIMED =
      "EXTRACT(year FROM d) + EXTRACT(day FROM d - interval '1' day)";

  @Test
  void aColumnGoesThatIsCalledLikeAWord() throws SQLException {
    thereAndBack(
        op ->
            op.createTable(
                "t",
                column("heavy", bool()),
                column("weight", integer()),
                column("end", integer()),
                check(WEIGHED).named("k")),
        op ->
            op.createTable(
                "t",
                column("heavy", bool()),
                column("weight", integer()),
                check(WEIGHED).named("k")),
        "INSERT INTO t (heavy, weight) VALUES (true, 200)",
        "SELECT weight FROM t");
  }

  @Test
  void aColumnIsRenamedThatIsCalledLikeAWord() throws SQLException {
    for (String name : List.of("end", "from", "day", "C")) {
      renamed(name);
    }
  }

  private static void renamed(String name) throws SQLException {
    Consumer<Operations> a = dated(name);
    Consumer<Operations> b = dated("other");
    Schema before = schema(a);
    List<Operation> upgrade = new ArrayList<>();
    upgrade.add(new RenameColumn(QualifiedName.of("t"), name, "other"));
    upgrade.addAll(SchemaDiffer.diff(Operation.applyAll(upgrade, before), schema(b)));
    thereAndBack(
        a,
        b,
        "INSERT INTO t (word, d) VALUES ('a', '2020-01-02')",
        "SELECT word, year, kind FROM t",
        upgrade);
  }

  private static Consumer<Operations> dated(String name) {
    return op ->
        op.createTable(
            "t",
            column(name, integer()),
            column("word", text()),
            column("d", date()),
            column("year", bigint()).generatedAs(TIMED),
            column("kind", text())
                .generatedAs("CASE WHEN word < 'b' COLLATE \"C\" THEN 'a' ELSE 'b' END"));
  }

  /** PostgreSQL folds what is ASCII: this is the column. */
  @Test
  void aColumnIsNamedBeyondAscii() throws SQLException {
    thereAndBack(
        op ->
            op.createTable(
                "t",
                column("État", integer()),
                column("twice", bigint()).generatedAs("ÉTAT * 2::bigint")),
        op ->
            op.createTable(
                "t",
                column("État", bigint()),
                column("twice", bigint()).generatedAs("ÉTAT * 2::bigint")),
        "INSERT INTO t VALUES (2)",
        "SELECT twice FROM t");
  }
}
