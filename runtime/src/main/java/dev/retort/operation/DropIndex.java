package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops an index of a table. */
public record DropIndex(QualifiedName table, String index) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutIndex(table, index);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(new CreateIndex(table, before.requireTable(table).requireIndex(index))));
  }

  @Override
  public String describe() {
    return "drop index " + index + " of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
