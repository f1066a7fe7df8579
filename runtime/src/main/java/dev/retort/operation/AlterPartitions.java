package dev.retort.operation;

import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives partitions other bounds: all of them are detached, and attached again by the new bounds.
 * Their rows stay in them, so PostgreSQL refuses bounds that a row of the partition lies outside of
 * (SQLSTATE 23514).
 *
 * @param partitions the partitions as they are to be; at least one, each by a name that exists
 */
public record AlterPartitions(QualifiedName table, List<Partition> partitions)
    implements Operation {

  public AlterPartitions {
    partitions = List.copyOf(partitions);
    if (partitions.isEmpty()) {
      throw new IllegalArgumentException("no partition is given other bounds");
    }
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table,
        t -> {
          Map<String, Partition> altered = new HashMap<>();
          for (Partition each : partitions) {
            t.requirePartition(each.name());
            if (altered.put(each.name(), each) != null) {
              throw new SchemaException(
                  "partition " + each.name() + " of table " + table + " is altered twice at once");
            }
          }
          return t.withPartitions(
              t.partitions().stream()
                  .map(each -> altered.getOrDefault(each.name(), each))
                  .toList());
        });
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(
            new AlterPartitions(
                table,
                partitions.stream()
                    .map(each -> before.requireTable(table).requirePartition(each.name()))
                    .toList())));
  }

  @Override
  public String describe() {
    return "alter bounds of partitions of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
