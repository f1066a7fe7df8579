package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param name the constraint's name; empty until it is in a table
 * @param columns the columns in the order that PostgreSQL indexes them; at least one
 */
public record UniqueConstraint(String name, List<String> columns) implements Constraint {

  public UniqueConstraint {
    requireNonNull(name, "name");
    columns = Names.requireDistinctColumns(columns, "a unique constraint");
  }

  public static UniqueConstraint unique(String... columns) {
    return new UniqueConstraint("", List.of(columns));
  }

  @Override
  public UniqueConstraint named(String newName) {
    return new UniqueConstraint(newName, columns);
  }

  @Override
  public UniqueConstraint withColumnRenamed(String from, String to) {
    return new UniqueConstraint(name, Lists.replaced(columns, from, to));
  }

  @Override
  public <R> R accept(ConstraintVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
