package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Adds a column at the end of a table. */
public record AddColumn(QualifiedName table, Column column) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(table, t -> t.withColumn(column));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropColumn(table, column.name())));
  }

  @Override
  public String describe() {
    return "add column " + table + "." + column.name();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
