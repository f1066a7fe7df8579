package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param name the constraint's name; empty until it is in a table
 * @param columns the columns in the order that PostgreSQL indexes them; at least one
 * @param nullsDistinct whether NULLs are no duplicates of each other, as they are by default; a
 *     constraint for which they are needs PostgreSQL 15
 * @param deferrability when it is checked
 */
public record UniqueConstraint(
    String name, List<String> columns, boolean nullsDistinct, Deferrability deferrability)
    implements Constraint {

  public UniqueConstraint {
    requireNonNull(name, "name");
    columns = Names.requireDistinctColumns(columns, "a unique constraint");
    requireNonNull(deferrability, "deferrability");
  }

  /** One for which NULLs are no duplicates, checked at once. */
  public UniqueConstraint(String name, List<String> columns) {
    this(name, columns, true, Deferrability.NOT_DEFERRABLE);
  }

  public static UniqueConstraint unique(String... columns) {
    return new UniqueConstraint("", List.of(columns));
  }

  /** The same constraint, for which NULLs are duplicates of each other (PostgreSQL 15). */
  public UniqueConstraint nullsNotDistinct() {
    return new UniqueConstraint(name, columns, false, deferrability);
  }

  /** The same constraint, which a transaction may have checked at its end. */
  public UniqueConstraint deferrable() {
    return withDeferrability(Deferrability.DEFERRABLE);
  }

  /** The same constraint, checked when a transaction ends. */
  public UniqueConstraint initiallyDeferred() {
    return withDeferrability(Deferrability.INITIALLY_DEFERRED);
  }

  public UniqueConstraint withDeferrability(Deferrability newDeferrability) {
    return new UniqueConstraint(name, columns, nullsDistinct, newDeferrability);
  }

  @Override
  public UniqueConstraint named(String newName) {
    return new UniqueConstraint(newName, columns, nullsDistinct, deferrability);
  }

  @Override
  public UniqueConstraint withColumnRenamed(String from, String to) {
    return new UniqueConstraint(
        name, Lists.replaced(columns, from, to), nullsDistinct, deferrability);
  }

  @Override
  public <R> R accept(ConstraintVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
