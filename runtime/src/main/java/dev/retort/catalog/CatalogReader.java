package dev.retort.catalog;

import dev.retort.schema.Constraint;
import dev.retort.schema.Hypertable;
import dev.retort.schema.Index;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the catalog of a PostgreSQL server, 13 to 18, into the schema model.
 *
 * <p>Objects of extensions and temporary ones are left out, and so are the tables whose names the
 * caller gives. What the model cannot express is not passed over in silence: {@link
 * LiveSchema#beyond()} names it.
 */
public final class CatalogReader {

  private final Connection connection;
  private final Namespaces namespaces;

  private CatalogReader(Connection connection, Namespaces namespaces) {
    this.connection = connection;
    this.namespaces = namespaces;
  }

  /**
   * Reads what is in the given namespaces, as of one moment.
   *
   * @param connection a connection in autocommit mode, which it is in again afterwards
   * @param namespace the namespace whose objects have no namespace in the model
   * @param others further namespaces
   * @param except local names of tables of {@code namespace} to leave out
   * @throws SQLException if the catalog cannot be read
   */
  public static LiveSchema read(
      Connection connection, String namespace, Collection<String> others, Set<String> except)
      throws SQLException {
    Namespaces namespaces = new Namespaces(namespace, others, except);
    return Snapshots.readOnly(
        connection, namespace, () -> new CatalogReader(connection, namespaces).read());
  }

  private LiveSchema read() throws SQLException {
    List<String> beyond = new ArrayList<>(Beyond.of(connection, namespaces));
    Map<QualifiedName, Table> columns = ColumnRows.read(connection, namespaces);
    Map<QualifiedName, List<Constraint>> constraints =
        ConstraintRows.read(connection, namespaces, beyond);
    Map<QualifiedName, List<Index>> indexes = IndexRows.read(connection, namespaces, beyond);
    Map<QualifiedName, Partitioning> divided = PartitionRows.read(connection, namespaces, beyond);
    Map<QualifiedName, Hypertable> hypertables =
        HypertableRows.read(connection, namespaces, beyond);
    Map<QualifiedName, Table> tables = new TreeMap<>();
    columns.forEach(
        (name, table) ->
            tables.put(
                name,
                table
                    .withParts(
                        table.columns(),
                        constraints.getOrDefault(name, List.of()),
                        indexes.getOrDefault(name, List.of()))
                    .withPartitioning(Optional.ofNullable(divided.get(name)))
                    .withHypertable(Optional.ofNullable(hypertables.get(name)))));
    Map<QualifiedName, Sequence> sequences = SequenceRows.read(connection, namespaces, beyond);
    return new LiveSchema(
        new Schema(
            tables,
            sequences,
            EnumTypeRows.read(connection, namespaces),
            CompositeTypeRows.read(connection, namespaces, beyond),
            ObjectRows.read(connection, namespaces, beyond),
            PrerequisiteRows.read(connection, namespaces)),
        beyond.stream().sorted().toList());
  }
}
