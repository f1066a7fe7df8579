package dev.retort.operation;

import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a partition and the rows in it, which no foreign key may refer to any more. */
public record DropPartition(QualifiedName table, String partition) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table,
        t -> {
          Partition dropped = t.requirePartition(partition);
          return t.withPartitions(
              t.partitions().stream().filter(each -> !each.equals(dropped)).toList());
        });
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(
            new CreatePartition(table, before.requireTable(table).requirePartition(partition))));
  }

  @Override
  public String describe() {
    return "drop partition " + partition + " of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
