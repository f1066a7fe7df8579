package dev.retort.operation;

import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Creates a table with its columns and constraints.
 *
 * @param table the table, without indexes and partitions: those are operations of their own
 */
public record CreateTable(Table table) implements Operation {

  public CreateTable {
    if (!table.indexes().isEmpty()) {
      throw new IllegalArgumentException("an index is created by an operation of its own");
    }
    if (!table.partitions().isEmpty()) {
      throw new IllegalArgumentException("a partition is created by an operation of its own");
    }
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTable(table);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropTable(table.name())));
  }

  @Override
  public boolean needsTimescale() {
    return table.hypertable().isPresent();
  }

  @Override
  public String describe() {
    return "create table " + table.name();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
