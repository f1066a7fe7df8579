package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Renames a column; keys and indexes on it follow. */
public record RenameColumn(QualifiedName table, String column, String newName)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withColumnRenamed(table, column, newName);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new RenameColumn(table, newName, column)));
  }

  @Override
  public String describe() {
    return "rename column " + table + "." + column + " to " + newName;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
