package dev.retort.catalog;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.DropExtension;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a database has beside what it should have.
 *
 * @param live what it has
 * @param operations what would make it what it should be; none if it is that
 */
public record LiveDifferences(LiveSchema live, List<Operation> operations) {

  public LiveDifferences {
    operations = List.copyOf(operations);
  }

  /**
   * Reads the namespaces that the schema uses, and compares. Extensions and namespaces that others
   * made are no difference: revisions need not create them.
   *
   * <p>PostgreSQL's words for an expression are not what it writes of them when it reads them
   * again: {@code code in ('A', 'B')} becomes a cast of an array, and that an array of casts. It
   * reads them again when the type of a column changes and when a dump is restored. So where the
   * words differ, they are compared as they are after one more reading, from which on they stay.
   *
   * @param connection a connection in autocommit mode, whose user may create temporary tables
   * @param namespace the namespace that names without one mean
   * @param expected the schema that the database should have
   * @param except local names of tables of {@code namespace} to leave out
   * @throws SQLException if the catalog cannot be read
   */
  public static LiveDifferences of(
      Connection connection, String namespace, Schema expected, Set<String> except)
      throws SQLException {
    Set<String> others = new TreeSet<>(expected.namespacesInUse());
    others.remove(namespace);
    LiveSchema live = CatalogReader.read(connection, namespace, others, except);
    Schema wanted = NormalForm.of(connection, namespace, expected);
    List<Operation> operations = between(live.schema(), wanted);
    if (!operations.isEmpty()) {
      List<Operation> readAgain =
          between(
              NormalForm.of(connection, namespace, live.schema()),
              NormalForm.of(connection, namespace, wanted));
      operations = readAgain.size() < operations.size() ? readAgain : operations;
    }
    return new LiveDifferences(live, operations);
  }

  private static List<Operation> between(Schema live, Schema wanted) {
    return SchemaDiffer.diff(live, wanted).stream()
        .filter(each -> !(each instanceof DropExtension || each instanceof DropNamespace))
        .toList();
  }
}
