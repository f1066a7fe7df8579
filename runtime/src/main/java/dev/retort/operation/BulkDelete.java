package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Deletes rows of a table that are found by their key; one that is not there is passed over.
 * Columns beyond the key say what the rows hold, for the way back. It leaves the schema model as it
 * is.
 */
public record BulkDelete(QualifiedName table, Rows rows) implements Operation {

  /**
   * Checks that the rows say which ones.
   *
   * @throws IllegalArgumentException if there are none, without a key or with former values
   */
  public BulkDelete {
    requireNonNull(table, "table");
    RowChecks.requireRows("bulkDelete", rows);
    RowChecks.requireKey("bulkDelete", rows);
    if (!rows.former().isEmpty()) {
      throw new IllegalArgumentException(
          "bulkDelete takes what the rows hold as columns beyond the key, without was(…)");
    }
  }

  @Override
  public Schema applyTo(Schema schema) {
    Table target = schema.requireTable(table);
    RowChecks.requireColumns(schema, target, rows.columns(), rows.values());
    RowChecks.requireUnique(target, rows.key());
    if (!rows.others().isEmpty()) {
      RowChecks.requireIdentity(target, rows);
      RowChecks.requireComplete(target, rows.columns());
    }
    return schema;
  }

  /** Inserts the rows again; empty where only their keys are given. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    if (rows.others().isEmpty() && !isWhole(before)) {
      return Optional.empty();
    }
    Rows inserted =
        new Rows(rows.columns(), List.of(), rows.values(), List.of(), rows.overridingSystemValue());
    return Optional.of(List.of(new BulkInsert(table, inserted)));
  }

  /** Whether the key is all that a row has. */
  private boolean isWhole(Schema before) {
    Table target = before.requireTable(table);
    try {
      RowChecks.requireIdentity(target, rows);
    } catch (SchemaException generated) {
      return false;
    }
    return target.columns().stream()
        .allMatch(column -> rows.key().contains(column.name()) || column.generation().isPresent());
  }

  /** Without the values, which may be secrets. */
  @Override
  public String describe() {
    return "delete " + rows.counted() + " of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
