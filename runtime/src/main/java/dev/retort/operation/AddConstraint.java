package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds a constraint to a table, checking the rows that exist unless it is {@code NOT VALID}. */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {

  /** The constraint under the name that it gets: its own, or the default one. */
  public Constraint named() {
    return constraint.withDefaultName(table);
  }

  @Override
  public Schema applyTo(Schema schema) {
    if (constraint.name().isEmpty()) {
      requireFreeName(schema.requireTable(table));
    }
    return schema.withTableChanged(table, t -> t.withConstraint(named()));
  }

  /** PostgreSQL would number it, by what else is there, which the SQL must not depend on. */
  private void requireFreeName(Table owner) {
    String byDefault = named().name();
    if (owner.constraint(byDefault).isPresent()) {
      int number = 1;
      while (owner.constraint(byDefault + number).isPresent()) {
        number++;
      }
      throw new SchemaException(
          "table "
              + table
              + " already has a constraint "
              + byDefault
              + ", which is the name of one without a name; add .named(\""
              + byDefault
              + number
              + "\")");
    }
  }

  /** Drops it; the columns of a primary key may be NULL again where they were before. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    List<Operation> restored = new ArrayList<>();
    restored.add(new DropConstraint(table, named().name()));
    if (constraint instanceof PrimaryKey key) {
      Table owner = before.requireTable(table);
      key.columns().stream()
          .filter(column -> owner.requireColumn(column).nullable())
          .forEach(column -> restored.add(new AlterColumnNullable(table, column, true)));
    }
    return Optional.of(List.copyOf(restored));
  }

  @Override
  public String describe() {
    return "add constraint "
        + (constraint.name().isEmpty() ? "on " : constraint.name() + " to ")
        + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
