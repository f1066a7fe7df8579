package dev.retort.operation;

import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Creates an enum type. */
public record CreateEnumType(EnumType type) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withEnumType(type);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropEnumType(type.name())));
  }

  @Override
  public String describe() {
    return "create enum type " + type.name();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
