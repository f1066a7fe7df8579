package dev.retort;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.IndexKey.expression;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.testing.OperationScripts.recorded;
import static dev.retort.testing.OperationScripts.run;
import static dev.retort.testing.OperationScripts.schema;
import static dev.retort.testing.ServerDraft.thereAndBack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.catalog.LiveDifferences;
import dev.retort.operation.Operations;
import dev.retort.operation.RenameTable;
import dev.retort.schema.QualifiedName;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Texts that say more of a name than they must: the namespace, or the table of a column. */
class QualifiedNamesTest {

  @Test
  void theOwnNamespaceIsNoDifference() throws SQLException {
    assertNoDifference(
        op -> {
          op.createSequence("numbers", 1, 1);
          op.createSequence("Odd numbers", 1, 1);
          op.createEnumType("state", "ON", "OFF");
          op.createTable(
              "machines",
              column("id", bigint()).withDefault("nextval('public.numbers')"),
              column("other", bigint()).withDefault("nextval('public.\"Odd numbers\"'::regclass)"),
              column("weight", integer()),
              check("weight::text <> 'public.machines'").named("known"));
          op.createView("ids", "SELECT m.id, 'public.machines' AS word FROM public.machines m");
          op.createView("more", "SELECT id FROM public.ids WHERE 'ON'::public.state IS NOT NULL");
        });
  }

  @Test
  void theTableOfAColumnIsNoDifference() throws SQLException {
    assertNoDifference(machines("machines"));
    assertNoDifference(machines("Odd \"machines\""));
  }

  @Test
  void columnsFollowTheNameOfTheirTable() throws SQLException {
    thereAndBack(
        machines("machines"),
        machines("user"),
        "INSERT INTO machines (weight) VALUES (5)",
        "SELECT 1",
        List.of(new RenameTable(QualifiedName.of("machines"), "user")));
  }

  private static Consumer<Operations> machines(String name) {
    String written = name.equals("machines") ? name : '"' + name.replace("\"", "\"\"") + '"';
    return op -> {
      op.createTable(
          name,
          column("weight", integer()),
          column("retort_normal_form", integer()),
          column("more", integer()).generatedAs(written + ".weight + 1"),
          check(written + ".weight > 0").named("heavy"));
      op.createIndex(
          name,
          index("by_weight", expression("abs(" + written + ".weight)"))
              .where(written + ".weight > 1"));
    };
  }

  private static void assertNoDifference(Consumer<Operations> script) throws SQLException {
    TestDatabase database = TestDatabase.create();
    run(database, recorded(script));
    try (Connection connection = database.connection()) {
      assertThat(LiveDifferences.of(connection, "public", schema(script), Set.of()).operations())
          .isEmpty();
    }
  }
}
