package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops a table and the rows in it. */
public record DropTable(QualifiedName table) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutTable(table);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Table dropped = before.requireTable(table);
    List<Operation> restored = new ArrayList<>();
    restored.add(new CreateTable(dropped.withoutIndexes()));
    dropped.indexes().forEach(index -> restored.add(new CreateIndex(table, index)));
    return Optional.of(List.copyOf(restored));
  }

  @Override
  public String describe() {
    return "drop table " + table;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
