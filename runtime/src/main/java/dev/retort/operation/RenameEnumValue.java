package dev.retort.operation;

import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Renames a label of an enum type; the rows that hold it follow at once. So do defaults and
 * conditions in the database: here a default that is the label follows too, while the text of other
 * expressions stays as it was written.
 *
 * @param type the type's name
 * @param label the label
 * @param newLabel what it is called from now on
 */
public record RenameEnumValue(QualifiedName type, String label, String newLabel)
    implements Operation {

  public RenameEnumValue {
    EnumType.requireLabel(label);
    EnumType.requireLabel(newLabel);
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withEnumLabelRenamed(type, label, newLabel);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new RenameEnumValue(type, newLabel, label)));
  }

  @Override
  public String describe() {
    return "rename value "
        + EnumType.quoted(label)
        + " of enum type "
        + type
        + " to "
        + EnumType.quoted(newLabel);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
