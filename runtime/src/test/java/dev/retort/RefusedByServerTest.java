package dev.retort;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.UniqueConstraint.unique;
import static dev.retort.testing.OperationScripts.recorded;
import static dev.retort.testing.OperationScripts.run;
import static dev.retort.testing.OperationScripts.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What PostgreSQL refuses is refused in advance, and what it protects is not dropped. */
class RefusedByServerTest {

  @Test
  void theTypeOfAColumnInRowsThatAnotherTableHolds() throws SQLException {
    Consumer<Operations> tables =
        op -> {
          op.createTable("points", column("x", integer()));
          op.createTable("lines", column("start", userDefined("points")));
        };
    Consumer<Operations> alter = op -> op.alterColumnType("points", "x", bigint());
    TestDatabase database = TestDatabase.create();
    run(database, tables);

    assertThatThrownBy(() -> run(database, alter))
        .hasMessageContaining("because column \"lines.start\" uses its row type");
    assertThatThrownBy(() -> Operation.applyAll(recorded(alter), schema(tables)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("column points.x cannot change its type, because column lines.start");

    Consumer<Operations> around =
        op -> {
          op.alterColumnType("lines", "start", text());
          op.alterColumnType("points", "x", bigint());
          op.alterColumnType("lines", "start", userDefined("points"), "start::points");
        };
    database.execute("INSERT INTO lines VALUES (ROW(5))");
    run(database, around);
    assertThat(Operation.applyAll(recorded(around), schema(tables)).requireTable(name("points")))
        .isEqualTo(
            schema(op -> op.createTable("points", column("x", bigint())))
                .requireTable(name("points")));
  }

  @Test
  void theDefaultNameOfAConstraintThatIsTaken() {
    Schema schema =
        schema(
            op ->
                op.createTable(
                    "t", column("a", integer()), check("a > 0"), check("a > 1"), unique("a")));

    assertThatThrownBy(
            () -> Operation.applyAll(recorded(op -> op.addConstraint("t", check("a > 2"))), schema))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "table t already has a constraint t_a_check, which is the name of one without a name;"
                + " add .named(\"t_a_check2\")");
    assertThatThrownBy(
            () -> Operation.applyAll(recorded(op -> op.addConstraint("t", unique("a"))), schema))
        .hasMessageContaining("add .named(\"t_a_key1\")");
  }

  /** Nobody knows whether they were there before. */
  @Test
  void theWayBackDropsNoNamespaceAndNoExtensionThatSomethingElseUses() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute("CREATE SCHEMA audit; CREATE TABLE audit.log (n int)");
    database.execute("CREATE EXTENSION pg_trgm; CREATE TABLE words (word text)");
    database.execute("CREATE INDEX ON words USING gin (word gin_trgm_ops)");
    for (Consumer<Operations> upgrade :
        List.<Consumer<Operations>>of(
            op -> op.createNamespace("audit"), op -> op.createExtension("pg_trgm"))) {
      run(database, upgrade);

      List<Operation> back = Inverses.of(recorded(upgrade), Schema.empty()).orElseThrow();
      assertThatThrownBy(() -> run(database, back)).hasMessageContaining("depend on it");
    }
    database.execute("INSERT INTO audit.log VALUES (1); INSERT INTO words VALUES ('x')");
  }

  private static QualifiedName name(String table) {
    return QualifiedName.of(table);
  }
}
