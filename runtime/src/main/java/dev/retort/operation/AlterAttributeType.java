package dev.retort.operation;

import dev.retort.schema.CompositeTypes;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Changes the type of an attribute of a composite type whose values no column holds: PostgreSQL
 * refuses it otherwise (SQLSTATE 0A000, "cannot alter type … because column … uses it"), even on an
 * empty table. {@link RebuildCompositeType} does it then.
 *
 * @param type the composite type's name
 * @param attribute the attribute's name
 * @param attributeType the attribute's new type
 */
public record AlterAttributeType(QualifiedName type, String attribute, SqlType attributeType)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    for (EnumColumn user : CompositeTypes.columnsHolding(schema, type)) {
      throw new SchemaException(
          "composite type "
              + type
              + " cannot be altered because column "
              + user.table()
              + "."
              + user.column()
              + " holds values of it; rebuildCompositeType converts them");
    }
    return schema.withCompositeTypeChanged(
        type, t -> t.withAttributeRetyped(attribute, attributeType));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(
            new AlterAttributeType(
                type,
                attribute,
                before.requireCompositeType(type).requireAttribute(attribute).type())));
  }

  @Override
  public String describe() {
    return "alter attribute " + attribute + " of composite type " + type + " to " + attributeType;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
