package dev.retort.operation;

import dev.retort.schema.DefinedObject;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Creates a view, a function or a trigger. */
public record CreateObject(DefinedObject object) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withObject(object);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropObject(object.id())));
  }

  @Override
  public String describe() {
    return "create " + object.id();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
