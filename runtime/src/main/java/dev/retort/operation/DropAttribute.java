package dev.retort.operation;

import dev.retort.schema.CompositeTypes;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.List;
import java.util.Optional;

/**
 * Drops an attribute of a composite type and, in all rows, the values of it.
 *
 * <p>No key and no index may be on a column that holds values of the type. PostgreSQL would drop
 * the attribute there too, and leave the index sorted by what is no longer there, so that searches
 * miss rows; {@link RebuildCompositeType} builds it anew.
 *
 * @param type the type's name
 * @param attribute the attribute's name
 */
public record DropAttribute(QualifiedName type, String attribute) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    Schema without = schema.withCompositeTypeChanged(type, t -> t.withoutAttribute(attribute));
    CompositeTypes.indexed(schema, type)
        .ifPresent(
            index -> {
              throw new SchemaException(
                  "attribute "
                      + attribute
                      + " of composite type "
                      + type
                      + " cannot be dropped while "
                      + index
                      + " is sorted by it; rebuildCompositeType builds the index anew");
            });
    return without;
  }

  /** The attribute comes back in its place, with NULL in each value. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        CompositeRebuilds.toward(applyTo(before), before.requireCompositeType(type)));
  }

  @Override
  public String describe() {
    return "drop attribute " + attribute + " of composite type " + type;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
