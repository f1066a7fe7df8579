package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One key of an index: a column or an expression. Written as {@code asc("name")}, {@code
 * desc("name").nullsLast()} or {@code expression("lower(email)")}.
 *
 * @param column the column's name; empty for an expression
 * @param expression the SQL expression, without the parentheses that enclose it; empty for a column
 * @param descending whether the index runs from high to low here
 * @param nulls where the NULLs are; PostgreSQL has them at the high end unless told otherwise
 * @param operatorClass the operator class, where it is not the default one of the key's type; one
 *     of PostgreSQL's own has no namespace
 */
public record IndexKey(
    Optional<String> column,
    Optional<String> expression,
    boolean descending,
    NullsOrder nulls,
    Optional<QualifiedName> operatorClass) {

  public IndexKey {
    if (column.isPresent()) {
      Names.requireName(column.get());
    }
    requireNonNull(nulls, "nulls");
    requireNonNull(operatorClass, "operatorClass");
    if (column.isPresent() == expression.isPresent()) {
      throw new IllegalArgumentException("an index key is either a column or an expression");
    }
    if (expression.isPresent() && expression.get().isBlank()) {
      throw new IllegalArgumentException("an index key needs an expression that is not empty");
    }
  }

  /** A column, from low to high, NULLs last. */
  public static IndexKey asc(String column) {
    return new IndexKey(
        Optional.of(column), Optional.empty(), false, NullsOrder.LAST, Optional.empty());
  }

  /** A column, from high to low, NULLs first. */
  public static IndexKey desc(String column) {
    return asc(column).desc();
  }

  /** An SQL expression over columns of the table, from low to high, NULLs last. */
  public static IndexKey expression(String sql) {
    return new IndexKey(
        Optional.empty(), Optional.of(sql), false, NullsOrder.LAST, Optional.empty());
  }

  /** The same key from high to low, NULLs first. */
  public IndexKey desc() {
    return new IndexKey(column, expression, true, NullsOrder.FIRST, operatorClass);
  }

  public IndexKey nullsFirst() {
    return new IndexKey(column, expression, descending, NullsOrder.FIRST, operatorClass);
  }

  public IndexKey nullsLast() {
    return new IndexKey(column, expression, descending, NullsOrder.LAST, operatorClass);
  }

  /** The same key with an operator class, such as {@code text_pattern_ops}. */
  public IndexKey operatorClass(String name) {
    return operatorClass(QualifiedName.of(name));
  }

  /** The same key with an operator class of the given namespace. */
  public IndexKey operatorClass(QualifiedName name) {
    return new IndexKey(column, expression, descending, nulls, Optional.of(name));
  }

  /** Whether the NULLs are where PostgreSQL has them when nothing is said. */
  public boolean hasDefaultNulls() {
    return nulls == (descending ? NullsOrder.FIRST : NullsOrder.LAST);
  }

  /** Whether this is the column, upwards, and nothing else is said. */
  public boolean isPlain() {
    return column.isPresent() && !isOrdered() && operatorClass.isEmpty();
  }

  /** Whether it runs otherwise than upwards with the NULLs last. */
  boolean isOrdered() {
    return descending || !hasDefaultNulls();
  }

  /** Whether this is the column, or an expression that mentions it. */
  public boolean involves(String columnName) {
    return column.filter(columnName::equals).isPresent()
        || expression.filter(text -> ExpressionText.mentions(text, columnName)).isPresent();
  }

  IndexKey withColumnRenamed(String from, String to) {
    return new IndexKey(
        column.map(name -> name.equals(from) ? to : name),
        expression.map(text -> ExpressionText.withColumnRenamed(text, from, to)),
        descending,
        nulls,
        operatorClass);
  }
}
