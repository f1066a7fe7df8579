package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Renames a table; foreign keys that refer to it follow. */
public record RenameTable(QualifiedName table, String newName) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withTableRenamed(table, newName);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new RenameTable(table.withLocal(newName), table.local())));
  }

  @Override
  public String describe() {
    return "rename table " + table + " to " + newName;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
