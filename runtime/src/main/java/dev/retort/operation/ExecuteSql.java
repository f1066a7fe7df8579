package dev.retort.operation;

import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Runs SQL that Retort does not interpret, usually to change rows. It leaves the schema model as it
 * is.
 *
 * @param sql one or more statements, run as they are
 */
public record ExecuteSql(String sql) implements Operation {

  public ExecuteSql {
    if (sql.isBlank()) {
      throw new IllegalArgumentException("execute needs a statement");
    }
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema;
  }

  /** Empty: what undoes a statement is for its author to say. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.empty();
  }

  @Override
  public String describe() {
    String line = sql.strip().replaceAll("\\s+", " ");
    return "execute " + (line.length() <= 60 ? line : line.substring(0, 57) + "...");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
