package dev.retort.operation;

import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Creates an index on a table. */
public record CreateIndex(QualifiedName table, Index index) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(table, t -> t.withIndex(index));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropIndex(table, index.name())));
  }

  @Override
  public String describe() {
    return "create index " + index.name() + " on " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
