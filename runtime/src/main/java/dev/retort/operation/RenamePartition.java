package dev.retort.operation;

import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Renames a partition, which keeps its bounds and its rows. */
public record RenamePartition(QualifiedName table, String partition, String newName)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table,
        t -> {
          Partition renamed = t.requirePartition(partition);
          return t.withPartitions(
              t.partitions().stream()
                  .map(each -> each.equals(renamed) ? each.withName(newName) : each)
                  .toList());
        });
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new RenamePartition(table, newName, partition)));
  }

  @Override
  public String describe() {
    return "rename partition " + partition + " of " + table + " to " + newName;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
