package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A primary key. Its columns are NOT NULL, as PostgreSQL makes them.
 *
 * @param name the constraint's name; empty until it is in a table
 * @param columns the key's columns in key order; at least one
 * @param deferrability when it is checked
 */
public record PrimaryKey(String name, List<String> columns, Deferrability deferrability)
    implements Constraint {

  public PrimaryKey {
    requireNonNull(name, "name");
    columns = Names.requireDistinctColumns(columns, "a primary key");
    requireNonNull(deferrability, "deferrability");
  }

  /** One that is checked at once. */
  public PrimaryKey(String name, List<String> columns) {
    this(name, columns, Deferrability.NOT_DEFERRABLE);
  }

  public static PrimaryKey primaryKey(String... columns) {
    return new PrimaryKey("", List.of(columns));
  }

  /** The same key, which a transaction may have checked at its end; none can refer to it. */
  public PrimaryKey deferrable() {
    return new PrimaryKey(name, columns, Deferrability.DEFERRABLE);
  }

  /** The same key, checked when a transaction ends; none can refer to it. */
  public PrimaryKey initiallyDeferred() {
    return new PrimaryKey(name, columns, Deferrability.INITIALLY_DEFERRED);
  }

  @Override
  public PrimaryKey named(String newName) {
    return new PrimaryKey(newName, columns, deferrability);
  }

  @Override
  public PrimaryKey withColumnRenamed(String from, String to) {
    return new PrimaryKey(name, Lists.replaced(columns, from, to), deferrability);
  }

  @Override
  public <R> R accept(ConstraintVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
