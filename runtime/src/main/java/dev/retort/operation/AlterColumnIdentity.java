package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Makes a column an identity column, changes how, or makes it a plain one.
 *
 * @param identity how values are generated, or empty for a plain column
 */
public record AlterColumnIdentity(QualifiedName table, String column, Optional<Identity> identity)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableChanged(
        table, t -> t.withColumnChanged(column, c -> c.withIdentity(identity)));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Column old = before.requireTable(table).requireColumn(column);
    return Optional.of(List.of(new AlterColumnIdentity(table, column, old.identity())));
  }

  @Override
  public String describe() {
    return "alter column "
        + table
        + "."
        + column
        + (identity.isPresent() ? " add identity" : " drop identity");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
