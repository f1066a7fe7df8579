package dev.retort.operation;

import dev.retort.schema.EnumPosition;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Adds a label to an enum type, which changes no row.
 *
 * <p>PostgreSQL lets nothing use the new label before the transaction that adds it has ended
 * (SQLSTATE 55P04, "unsafe use of new value"), unless that transaction created the type as well. A
 * revision is one transaction: a default, a condition or a row with the label belongs in the next
 * revision. {@link RebuildEnumType} adds labels that can be used at once.
 *
 * @param type the type's name
 * @param label the new label
 * @param position where it goes; empty for the end
 */
public record AddEnumValue(QualifiedName type, String label, Optional<EnumPosition> position)
    implements Operation {

  public AddEnumValue {
    EnumType.requireLabel(label);
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withEnumTypeChanged(type, t -> t.withLabel(label, position));
  }

  /** PostgreSQL cannot take a label away: the type is rebuilt without it. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(EnumRebuilds.steps(applyTo(before), before.requireEnumType(type)));
  }

  @Override
  public String describe() {
    return "add value " + EnumType.quoted(label) + " to enum type " + type;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
