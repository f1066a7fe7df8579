package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Gives the chunks of a hypertable that are made from now on another size; those that exist stay.
 *
 * @param interval the time that a chunk covers, or empty for TimescaleDB's default, 7 days
 */
public record AlterChunkInterval(QualifiedName table, Optional<String> interval)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    requireHypertable(schema);
    return schema.withTableChanged(
        table, t -> t.withHypertable(t.hypertable().map(h -> h.withChunkInterval(interval))));
  }

  private Table requireHypertable(Schema schema) {
    Table owner = schema.requireTable(table);
    if (owner.hypertable().isEmpty()) {
      throw new SchemaException("table " + table + " is no hypertable");
    }
    return owner;
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(
        List.of(
            new AlterChunkInterval(
                table, requireHypertable(before).hypertable().orElseThrow().chunkInterval())));
  }

  @Override
  public boolean needsTimescale() {
    return true;
  }

  @Override
  public String describe() {
    return "alter chunk interval of " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
