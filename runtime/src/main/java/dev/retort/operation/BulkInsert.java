package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/** Inserts rows into a table. It leaves the schema model as it is. */
public record BulkInsert(QualifiedName table, Rows rows) implements Operation {

  /**
   * Checks that the rows are new ones.
   *
   * @throws IllegalArgumentException if there are none, or they have a key or former values
   */
  public BulkInsert {
    requireNonNull(table, "table");
    RowChecks.requireRows("bulkInsert", rows);
    if (!rows.key().isEmpty() || !rows.former().isEmpty()) {
      throw new IllegalArgumentException("bulkInsert takes new rows, without key(…) and was(…)");
    }
  }

  @Override
  public Schema applyTo(Schema schema) {
    Table target = schema.requireTable(table);
    RowChecks.requireColumns(schema, target, rows.columns(), rows.values());
    RowChecks.requireIdentity(target, rows);
    RowChecks.requireComplete(target, rows.columns());
    return schema;
  }

  /**
   * Deletes the rows by their primary key; empty where the table has none, or its values are not
   * among those that are given.
   */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return before
        .requireTable(table)
        .primaryKey()
        .map(PrimaryKey::columns)
        .filter(rows.columns()::containsAll)
        .filter(key -> RowChecks.areDistinct(rows, key))
        .map(
            key ->
                List.of(
                    new BulkDelete(
                        table,
                        new Rows(
                            rows.columns(),
                            key,
                            rows.values(),
                            List.of(),
                            rows.overridingSystemValue()))));
  }

  /** Without the values, which may be secrets. */
  @Override
  public String describe() {
    return "insert " + rows.counted() + " into " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
