package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Says something about a column, or nothing any more.
 *
 * @param comment the text, or empty for none
 */
public record AlterColumnComment(QualifiedName table, String column, Optional<String> comment)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table, t -> t.withColumnChanged(column, c -> c.withComment(comment)));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Optional<String> old = before.requireTable(table).requireColumn(column).comment();
    return Optional.of(List.of(new AlterColumnComment(table, column, old)));
  }

  @Override
  public String describe() {
    return (comment.isPresent() ? "comment on " : "drop comment on ")
        + "column "
        + table
        + "."
        + column;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
