package dev.retort.schema;

import java.util.List;
import java.util.Set;

/**
 * A constraint of a table.
 *
 * <p>A constraint may be written without a name; {@link Table} then gives it the name that
 * PostgreSQL itself would choose, so that inside a table every constraint has one.
 */
public sealed interface Constraint extends TableElement
    permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint {

  /** The name, or the empty string for a constraint that has not been put into a table yet. */
  String name();

  /** The same constraint under the given name. */
  Constraint named(String name);

  /**
   * The same constraint, with its default name where it has none: PostgreSQL's, without the number
   * that PostgreSQL appends where the name is taken.
   *
   * @param table the table that it is being added to
   */
  default Constraint withDefaultName(QualifiedName table) {
    return name().isEmpty() ? named(DefaultNames.of(table.local(), this)) : this;
  }

  /**
   * The same key under PostgreSQL's default name for it, with a number where that is taken.
   *
   * @param table the table that it belongs to
   * @param taken the names of the namespace that another key cannot have
   * @throws IllegalArgumentException if this is neither a primary key nor a unique constraint
   */
  default Constraint withFreeDefaultName(QualifiedName table, Set<String> taken) {
    if (!isKey()) {
      throw new IllegalArgumentException("there is no index behind " + name());
    }
    return named(DefaultNames.of(table.local(), this, Set.of(), taken));
  }

  /** The columns of its own table that the constraint is stated on; empty for an expression. */
  List<String> columns();

  /** Whether the constraint goes when the given column of its own table is dropped. */
  default boolean involves(String column) {
    return columns().contains(column);
  }

  /** The same constraint after a column of its own table was renamed. */
  Constraint withColumnRenamed(String from, String to);

  /** Whether the two constrain the same thing, whatever their names. */
  default boolean sameDefinition(Constraint other) {
    return named("").equals(other.named(""));
  }

  /** Whether this is a primary key or unique constraint, behind which there is an index. */
  default boolean isKey() {
    return this instanceof PrimaryKey || this instanceof UniqueConstraint;
  }

  /**
   * Whether a foreign key may refer to it: a primary key or unique constraint that is always
   * checked at once.
   */
  default boolean canBeReferredTo() {
    return (this instanceof PrimaryKey key && key.deferrability() == Deferrability.NOT_DEFERRABLE)
        || (this instanceof UniqueConstraint unique
            && unique.deferrability() == Deferrability.NOT_DEFERRABLE);
  }

  /**
   * Whether all rows satisfy it. A foreign key or check can be added without looking at the rows
   * that exist ({@code NOT VALID}), and validated later.
   */
  default boolean isValidated() {
    return true;
  }

  /** The same constraint, after all rows were found to satisfy it. */
  default Constraint afterValidation() {
    return this;
  }

  <R> R accept(ConstraintVisitor<R> visitor);
}
