package dev.retort.postgres;

import static dev.retort.postgres.SqlRendererTest.operations;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.Operation;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlScriptTest {

  private static final List<Operation> OPERATIONS =
      operations(
          op -> {
            op.createTable("a", column("n", integer()));
            op.execute("UPDATE a SET n = 1;\n");
            op.execute("UPDATE a SET n = 2 -- two;");
            op.run("move\nrows", connection -> {});
            op.dropTable("a");
            op.createTable("b", column("n", integer()));
          });

  @Test
  void endsEveryStatementOnce() {
    assertThat(SqlScript.of(OPERATIONS))
        .isEqualTo(
            """
            CREATE TABLE a (
                n integer
            );

            UPDATE a SET n = 1;

            UPDATE a SET n = 2 -- two;
            ;

            -- Java code runs here: move rows

            DROP TABLE a;

            CREATE TABLE b (
                n integer
            );

            """);
  }

  @Test
  void runsAsOneText() throws SQLException {
    TestDatabase database = TestDatabase.create();
    database.execute(SqlScript.of(OPERATIONS));

    assertThat(CatalogFacts.all().of(database)).containsExactly("column b.n integer", "table b");
  }
}
