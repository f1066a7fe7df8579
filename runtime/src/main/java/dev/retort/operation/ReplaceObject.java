package dev.retort.operation;

import dev.retort.schema.DefinedObject;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.View;
import java.util.List;
import java.util.Optional;

/**
 * Gives a view or a function another definition, by {@code CREATE OR REPLACE}: what depends on it
 * and the privileges on it stay. PostgreSQL takes it for a view whose columns stay and are at most
 * followed by new ones, and for a function that returns the same.
 */
public record ReplaceObject(DefinedObject object) implements Operation {

  public ReplaceObject {
    boolean replaceable =
        object instanceof Routine || (object instanceof View view && !view.materialized());
    if (!replaceable) {
      throw new IllegalArgumentException(object.id() + " cannot be replaced in one step");
    }
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withObjectReplaced(object);
  }

  /** A view may have got a column that only dropping it takes away again. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    DefinedObject old = before.definedObjects().require(object.id());
    if (old instanceof Routine || old.sameText(object)) {
      return Optional.of(List.of(new ReplaceObject(old)));
    }
    return Optional.of(ObjectRebuilds.steps(before, applyTo(before), old));
  }

  @Override
  public String describe() {
    return "replace " + object.id();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
