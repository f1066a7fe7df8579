package dev.retort.operation;

import dev.retort.schema.Hypertable;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.List;
import java.util.Optional;

/**
 * Makes a table that exists a hypertable of TimescaleDB, and moves its rows into chunks. The time
 * column becomes NOT NULL.
 *
 * <p>TimescaleDB has no way back; the inverse moves the rows to an ordinary table, which takes the
 * place of this one.
 */
public record CreateHypertable(QualifiedName table, Hypertable hypertable) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table,
        t -> {
          if (t.hypertable().isPresent()) {
            throw new SchemaException("table " + table + " is a hypertable already");
          }
          return t.withHypertable(Optional.of(hypertable));
        });
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(TableCopies.restoring(applyTo(before), before.requireTable(table)));
  }

  @Override
  public boolean needsTimescale() {
    return true;
  }

  @Override
  public String describe() {
    return "create hypertable " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
