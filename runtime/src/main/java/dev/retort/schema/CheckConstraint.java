package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A check constraint.
 *
 * @param name the constraint's name; empty until it is in a table
 * @param expression the SQL condition, without the parentheses that enclose it
 */
public record CheckConstraint(String name, String expression) implements Constraint {

  public CheckConstraint {
    requireNonNull(name, "name");
    if (expression.isBlank()) {
      throw new IllegalArgumentException("a check constraint needs a condition");
    }
  }

  public static CheckConstraint check(String expression) {
    return new CheckConstraint("", expression);
  }

  @Override
  public CheckConstraint named(String newName) {
    return new CheckConstraint(newName, expression);
  }

  /** Always empty: the expression is opaque here, only PostgreSQL reads it. */
  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public CheckConstraint withColumnRenamed(String from, String to) {
    return this;
  }

  @Override
  public <R> R accept(ConstraintVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
