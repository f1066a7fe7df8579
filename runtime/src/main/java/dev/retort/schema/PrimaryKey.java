package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A primary key. Its columns are NOT NULL, as PostgreSQL makes them.
 *
 * @param name the constraint's name; empty until it is in a table
 * @param columns the key's columns in key order; at least one
 */
public record PrimaryKey(String name, List<String> columns) implements Constraint {

  public PrimaryKey {
    requireNonNull(name, "name");
    columns = Names.requireDistinctColumns(columns, "a primary key");
  }

  public static PrimaryKey primaryKey(String... columns) {
    return new PrimaryKey("", List.of(columns));
  }

  @Override
  public PrimaryKey named(String newName) {
    return new PrimaryKey(newName, columns);
  }

  @Override
  public PrimaryKey withColumnRenamed(String from, String to) {
    return new PrimaryKey(name, Lists.replaced(columns, from, to));
  }

  @Override
  public <R> R accept(ConstraintVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
