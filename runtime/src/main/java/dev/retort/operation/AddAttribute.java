package dev.retort.operation;

import dev.retort.schema.Attribute;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Adds an attribute at the end of a composite type. Values that rows hold get NULL for it, which
 * changes no row. To add it in another place, see {@link RebuildCompositeType}.
 *
 * @param type the type's name
 * @param attribute the new attribute
 */
public record AddAttribute(QualifiedName type, Attribute attribute) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withCompositeTypeChanged(type, t -> t.withAttribute(attribute));
  }

  /** Below an index the attribute cannot be dropped: the type is rebuilt without it. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        CompositeRebuilds.toward(applyTo(before), before.requireCompositeType(type)));
  }

  @Override
  public String describe() {
    return "add attribute " + attribute.name() + " to composite type " + type;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
