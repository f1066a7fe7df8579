package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops an enum type, which no column may have any more. */
public record DropEnumType(QualifiedName type) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutEnumType(type);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new CreateEnumType(before.requireEnumType(type))));
  }

  @Override
  public String describe() {
    return "drop enum type " + type;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
