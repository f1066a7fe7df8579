package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Writes columns of the rows that a table has, some rows after the other in the order of its
 * primary key, each lot in a transaction of its own: no lock is held for long, and a process that
 * is killed goes on at the next start where it stopped. It leaves the schema model as it is.
 */
public record Backfill(QualifiedName table, Filling filling) implements Operation {

  public Backfill {
    requireNonNull(table, "table");
    requireNonNull(filling, "filling");
  }

  @Override
  public Schema applyTo(Schema schema) {
    Table target = schema.requireTable(table);
    PrimaryKey key =
        target
            .primaryKey()
            .orElseThrow(
                () ->
                    new SchemaException(
                        "table "
                            + table
                            + " has no primary key, by which a backfill goes through it; use"
                            + " execute"));
    RowChecks.requireNotAlways(target, filling.columns());
    for (String column : filling.columns()) {
      if (key.columns().contains(column)) {
        throw new SchemaException(
            "column "
                + table
                + "."
                + column
                + " is part of the primary key, by which a backfill goes through the table; use"
                + " execute");
      }
    }
    return schema;
  }

  /** Nothing: what the columns held before is not kept. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of());
  }

  @Override
  public boolean runsOutsideTransaction() {
    return true;
  }

  @Override
  public String describe() {
    return "backfill " + table + "." + String.join(", ", filling.columns());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
