package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Renames an attribute of a composite type; the rows keep their values. The text of expressions
 * that name it stays as it was written, while PostgreSQL's own form of them follows.
 *
 * @param type the type's name
 * @param attribute the attribute
 * @param newName what it is called from now on
 */
public record RenameAttribute(QualifiedName type, String attribute, String newName)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withCompositeTypeChanged(type, t -> t.withAttributeRenamed(attribute, newName));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new RenameAttribute(type, newName, attribute)));
  }

  @Override
  public String describe() {
    return "rename attribute " + attribute + " of composite type " + type + " to " + newName;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
