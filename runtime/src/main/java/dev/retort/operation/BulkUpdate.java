package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes rows of a table that are found by their key; one that is not there is passed over. It
 * leaves the schema model as it is.
 */
public record BulkUpdate(QualifiedName table, Rows rows) implements Operation {

  /**
   * Checks that the rows say which ones and what.
   *
   * @throws IllegalArgumentException if there are none, without a key or without other columns, or
   *     former values are said of some of them only
   */
  public BulkUpdate {
    requireNonNull(table, "table");
    RowChecks.requireRows("bulkUpdate", rows);
    RowChecks.requireKey("bulkUpdate", rows);
    if (rows.others().isEmpty()) {
      throw new IllegalArgumentException("bulkUpdate needs a column beyond the key");
    }
    if (!rows.former().isEmpty() && rows.former().size() != rows.values().size()) {
      throw new IllegalArgumentException(
          "was(…) is said of "
              + rows.former().size()
              + " of "
              + rows.counted()
              + "; say it of each, or of none");
    }
  }

  @Override
  public Schema applyTo(Schema schema) {
    Table target = schema.requireTable(table);
    RowChecks.requireColumns(schema, target, rows.columns(), rows.values());
    RowChecks.requireColumns(schema, target, rows.others(), rows.former());
    RowChecks.requireUnique(target, rows.key());
    RowChecks.requireNotAlways(target, rows.others());
    return schema;
  }

  /** Writes the former values; empty where they are not said. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    if (rows.former().isEmpty()) {
      return Optional.empty();
    }
    List<List<Value>> back = new ArrayList<>();
    List<List<Value>> forth = new ArrayList<>();
    for (int i = 0; i < rows.values().size(); i++) {
      List<Value> row = rows.values().get(i);
      back.add(merged(rows.keyOf(row), rows.former().get(i)));
      forth.add(rows.othersOf(row));
    }
    Rows former = new Rows(rows.columns(), rows.key(), back, forth, rows.overridingSystemValue());
    return Optional.of(List.of(new BulkUpdate(table, former)));
  }

  /** Values of the key and of the others, in the order of the columns. */
  private List<Value> merged(List<Value> key, List<Value> others) {
    List<Value> row = new ArrayList<>();
    int fromKey = 0;
    int fromOthers = 0;
    for (String column : rows.columns()) {
      row.add(rows.key().contains(column) ? key.get(fromKey++) : others.get(fromOthers++));
    }
    return row;
  }

  /** Without the values, which may be secrets. */
  @Override
  public String describe() {
    return "update " + rows.counted() + " of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
