package dev.retort.operation;

import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drops a column, the values in it, and the keys and indexes on it. */
public record DropColumn(QualifiedName table, String column) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutColumn(table, column);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Table owner = before.requireTable(table);
    List<Operation> restored = new ArrayList<>();
    restored.add(new AddColumn(table, owner.requireColumn(column)));
    List<Constraint> constraints =
        owner.constraints().stream().filter(constraint -> constraint.involves(column)).toList();
    constraints.stream()
        .filter(constraint -> !(constraint instanceof ForeignKey))
        .forEach(constraint -> restored.add(new AddConstraint(table, constraint)));
    owner.indexes().stream()
        .filter(index -> index.involves(column))
        .forEach(index -> restored.add(new CreateIndex(table, index)));
    // Last, since a foreign key to its own table may need one of those keys or unique indexes.
    constraints.stream()
        .filter(ForeignKey.class::isInstance)
        .forEach(constraint -> restored.add(new AddConstraint(table, constraint)));
    return Optional.of(List.copyOf(restored));
  }

  @Override
  public String describe() {
    return "drop column " + table + "." + column;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
