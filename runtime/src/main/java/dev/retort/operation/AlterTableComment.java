package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Says something about a table, or nothing any more.
 *
 * @param comment the text, or empty for none
 */
public record AlterTableComment(QualifiedName table, Optional<String> comment)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(table, t -> t.withComment(comment));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Optional<String> old = before.requireTable(table).comment();
    return Optional.of(List.of(new AlterTableComment(table, old)));
  }

  @Override
  public String describe() {
    return (comment.isPresent() ? "comment on " : "drop comment on ") + "table " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
