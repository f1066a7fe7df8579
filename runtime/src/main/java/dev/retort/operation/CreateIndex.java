package dev.retort.operation;

import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Creates an index on a table.
 *
 * @param concurrently whether rows can be written meanwhile, which takes longer and runs outside
 *     the revision's transaction; not on a partitioned table, as PostgreSQL has it
 */
public record CreateIndex(QualifiedName table, Index index, boolean concurrently)
    implements Operation {

  /** Creates the index while writing waits. */
  public CreateIndex(QualifiedName table, Index index) {
    this(table, index, false);
  }

  @Override
  public Schema applyTo(Schema schema) {
    if (concurrently) {
      ConcurrentIndexes.requirePossible(schema.requireTable(table), index.name());
    }
    return schema.withTableChanged(table, t -> t.withIndex(index));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropIndex(table, index.name(), concurrently)));
  }

  @Override
  public boolean runsOutsideTransaction() {
    return concurrently;
  }

  @Override
  public String describe() {
    return "create index " + index.name() + " on " + table + (concurrently ? " concurrently" : "");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
