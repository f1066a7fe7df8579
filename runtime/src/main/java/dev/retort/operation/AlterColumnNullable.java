package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Lets a column be NULL, or forbids it. */
public record AlterColumnNullable(QualifiedName table, String column, boolean nullable)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table, t -> t.withColumnChanged(column, c -> c.withNullable(nullable)));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Column old = before.requireTable(table).requireColumn(column);
    return Optional.of(List.of(new AlterColumnNullable(table, column, old.nullable())));
  }

  @Override
  public String describe() {
    return "alter column " + table + "." + column + (nullable ? " drop not null" : " set not null");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
