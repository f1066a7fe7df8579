package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Sets or drops the default of a column; rows that exist keep their values.
 *
 * @param defaultExpression the SQL expression, or empty for none
 */
public record AlterColumnDefault(
    QualifiedName table, String column, Optional<String> defaultExpression) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table, t -> t.withColumnChanged(column, c -> c.withDefault(defaultExpression)));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Column old = before.requireTable(table).requireColumn(column);
    return Optional.of(List.of(new AlterColumnDefault(table, column, old.defaultExpression())));
  }

  @Override
  public String describe() {
    return "alter column "
        + table
        + "."
        + column
        + defaultExpression.map(e -> " set default " + e).orElse(" drop default");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
