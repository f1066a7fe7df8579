package dev.retort.testing;

import static dev.retort.testing.OperationScripts.recorded;
import static dev.retort.testing.OperationScripts.rows;
import static dev.retort.testing.OperationScripts.run;
import static dev.retort.testing.OperationScripts.schema;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** The draft between two schemas, run on a server with rows. */
public final class ServerDraft {

  private ServerDraft() {}

  /**
   * Creates A with rows, upgrades to exactly B's catalogue and downgrades to exactly A's.
   *
   * @param rows a statement that inserts rows into A
   * @param query reads what is to be the same before, between and after
   * @return the operations of the upgrade
   */
  public static List<Operation> thereAndBack(
      Consumer<Operations> a, Consumer<Operations> b, String rows, String query)
      throws SQLException {
    Schema before = schema(a);
    List<Operation> upgrade = SchemaDiffer.diff(before, schema(b));
    thereAndBack(a, b, rows, query, upgrade);
    return upgrade;
  }

  /** The same for a given way from A to B. */
  public static void thereAndBack(
      Consumer<Operations> a,
      Consumer<Operations> b,
      String rows,
      String query,
      List<Operation> upgrade)
      throws SQLException {
    Schema before = schema(a);
    TestDatabase database = migrated(a);
    TestDatabase direct = migrated(b);
    List<String> original = CatalogFacts.all().of(database).stream().toList();
    database.execute(rows);
    List<String> kept = rows(database, query);
    assertThat(kept).isNotEmpty();

    run(database, upgrade);
    assertThat(CatalogFacts.all().of(database)).isEqualTo(CatalogFacts.all().of(direct));
    assertThat(rows(database, query)).isEqualTo(kept);

    run(database, Inverses.of(upgrade, before).orElseThrow());
    assertThat(CatalogFacts.all().of(database)).containsExactlyElementsOf(original);
    assertThat(rows(database, query)).isEqualTo(kept);
  }

  private static TestDatabase migrated(Consumer<Operations> script) throws SQLException {
    TestDatabase database = TestDatabase.create();
    run(database, recorded(script));
    return database;
  }
}
