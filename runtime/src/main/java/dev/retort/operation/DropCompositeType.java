package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a composite type, which no column and no attribute may have any more. */
public record DropCompositeType(QualifiedName type) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutCompositeType(type);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new CreateCompositeType(before.requireCompositeType(type))));
  }

  @Override
  public String describe() {
    return "drop composite type " + type;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
