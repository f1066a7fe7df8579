package dev.retort.operation;

import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves a table to another namespace with its rows, keys, indexes, triggers and the sequences of
 * its identity columns; foreign keys that refer to it follow. PostgreSQL leaves partitions where
 * they are, and here they are always beside their table: so each is named, and moves with it.
 *
 * @param table the table, where it is
 * @param namespace the namespace that it is to be in, or empty for the one that migrations run in
 * @param partitions the names of its partitions, all of them
 */
public record MoveTable(QualifiedName table, Optional<String> namespace, List<String> partitions)
    implements Operation {

  public MoveTable {
    partitions = List.copyOf(partitions);
    if (table.namespace().equals(namespace)) {
      throw new IllegalArgumentException("table " + table + " is in that namespace already");
    }
  }

  /** The table's name afterwards. */
  public QualifiedName moved() {
    return new QualifiedName(namespace, table.local());
  }

  @Override
  public Schema applyTo(Schema schema) {
    List<String> existing =
        schema.requireTable(table).partitions().stream().map(Partition::name).toList();
    Set<String> missing = new HashSet<>(existing);
    partitions.forEach(missing::remove);
    for (String partition : partitions) {
      schema.requireTable(table).requirePartition(partition);
    }
    if (!missing.isEmpty()) {
      throw new SchemaException(
          "table "
              + table
              + " moves with all of its partitions, and these are not named: "
              + String.join(", ", missing.stream().sorted().toList()));
    }
    return schema.withTableMoved(table, namespace);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new MoveTable(moved(), table.namespace(), partitions)));
  }

  @Override
  public String describe() {
    return "move table " + table + " to " + namespace.orElse("the default namespace");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
