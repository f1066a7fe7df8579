package dev.retort.operation;

import dev.retort.schema.CompositeType;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Creates a composite type. */
public record CreateCompositeType(CompositeType type) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withCompositeType(type);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropCompositeType(type.name())));
  }

  @Override
  public String describe() {
    return "create composite type " + type.name();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
