package dev.retort.operation;

import dev.retort.schema.ObjectId;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops a view, with the triggers on it, a function or a trigger. */
public record DropObject(ObjectId object) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutObject(object);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    List<Operation> restored = new ArrayList<>();
    restored.add(new CreateObject(before.definedObjects().require(object)));
    if (object.kind().isView()) {
      before
          .definedObjects()
          .triggersOn(object.name())
          .forEach(trigger -> restored.add(new CreateObject(trigger)));
    }
    return Optional.of(List.copyOf(restored));
  }

  @Override
  public String describe() {
    return "drop " + object;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
