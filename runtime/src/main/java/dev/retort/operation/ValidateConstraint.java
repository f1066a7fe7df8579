package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.List;
import java.util.Optional;

/**
 * Checks all rows for a foreign key or check constraint that was added as {@code NOT VALID}. Does
 * nothing where that was done before.
 */
public record ValidateConstraint(QualifiedName table, String constraint) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    Constraint found = schema.requireTable(table).requireConstraint(constraint);
    if (found.isKey()) {
      throw new SchemaException(
          "constraint "
              + constraint
              + " of table "
              + table
              + " is neither a foreign key nor a check, and always valid");
    }
    return schema.withTableChanged(
        table, t -> t.withConstraintChanged(constraint, Constraint::afterValidation));
  }

  /**
   * Drops the constraint and adds it as {@code NOT VALID} again: PostgreSQL has no other way back,
   * and neither step reads the rows.
   */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Constraint old = before.requireTable(table).requireConstraint(constraint);
    return Optional.of(
        old.isValidated()
            ? List.of()
            : List.of(new DropConstraint(table, constraint), new AddConstraint(table, old)));
  }

  @Override
  public String describe() {
    return "validate constraint " + constraint + " of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
