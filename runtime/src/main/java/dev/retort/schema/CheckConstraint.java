package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A check constraint.
 *
 * @param name the constraint's name; empty until it is in a table
 * @param expression the SQL condition, without the parentheses that enclose it
 * @param validated whether the rows that were there when it was added were checked
 */
public record CheckConstraint(String name, String expression, boolean validated)
    implements Constraint {

  public CheckConstraint {
    requireNonNull(name, "name");
    if (expression.isBlank()) {
      throw new IllegalArgumentException("a check constraint needs a condition");
    }
  }

  /** One that all rows were checked for. */
  public CheckConstraint(String name, String expression) {
    this(name, expression, true);
  }

  public static CheckConstraint check(String expression) {
    return new CheckConstraint("", expression);
  }

  public CheckConstraint withExpression(String newExpression) {
    return new CheckConstraint(name, newExpression, validated);
  }

  /** The same constraint, for which the rows that exist are not checked. */
  public CheckConstraint notValid() {
    return new CheckConstraint(name, expression, false);
  }

  @Override
  public boolean isValidated() {
    return validated;
  }

  @Override
  public CheckConstraint afterValidation() {
    return new CheckConstraint(name, expression, true);
  }

  @Override
  public CheckConstraint named(String newName) {
    return new CheckConstraint(newName, expression, validated);
  }

  /** Always empty: the condition is stated as an expression. */
  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public CheckConstraint withColumnRenamed(String from, String to) {
    return withExpression(ExpressionText.withColumnRenamed(expression, from, to));
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
