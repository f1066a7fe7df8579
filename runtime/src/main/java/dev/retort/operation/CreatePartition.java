package dev.retort.operation;

import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a partition to a partitioned table. PostgreSQL refuses it where the default partition has
 * rows that the new one would take (SQLSTATE 23514), and where its bounds overlap those of another
 * (42P17).
 */
public record CreatePartition(QualifiedName table, Partition partition) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table,
        t -> {
          t.requirePartitioning();
          List<Partition> partitions = new ArrayList<>(t.partitions());
          partitions.add(partition);
          return t.withPartitions(partitions);
        });
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropPartition(table, partition.name())));
  }

  @Override
  public String describe() {
    return "create partition " + partition.name() + " of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
