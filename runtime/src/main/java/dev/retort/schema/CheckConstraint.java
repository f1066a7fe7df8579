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

  /** Always empty: the condition is stated as an expression. */
  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public CheckConstraint withColumnRenamed(String from, String to) {
    return new CheckConstraint(name, ExpressionText.withColumnRenamed(expression, from, to));
  }

  /** Whether the condition mentions the column, as far as its text tells. */
  @Override
  public boolean involves(String column) {
    return ExpressionText.mentions(expression, column);
  }

  @Override
  public <R> R accept(ConstraintVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
