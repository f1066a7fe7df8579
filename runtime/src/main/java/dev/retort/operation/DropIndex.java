package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Drops an index of a table.
 *
 * @param concurrently whether the table can be read and written meanwhile, which runs outside the
 *     revision's transaction; not on a partitioned table, as PostgreSQL has it
 */
public record DropIndex(QualifiedName table, String index, boolean concurrently)
    implements Operation {

  /** Drops the index while the table is locked. */
  public DropIndex(QualifiedName table, String index) {
    this(table, index, false);
  }

  @Override
  public Schema applyTo(Schema schema) {
    if (concurrently) {
      ConcurrentIndexes.requirePossible(schema.requireTable(table), index);
    }
    return schema.withoutIndex(table, index);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(
            new CreateIndex(table, before.requireTable(table).requireIndex(index), concurrently)));
  }

  @Override
  public boolean runsOutsideTransaction() {
    return concurrently;
  }

  @Override
  public String describe() {
    return "drop index " + index + " of " + table + (concurrently ? " concurrently" : "");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
