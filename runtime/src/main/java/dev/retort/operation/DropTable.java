package dev.retort.operation;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops a table, the rows in it, and its partitions. */
public record DropTable(QualifiedName table) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutTable(table);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Table dropped = before.requireTable(table);
    Table created = dropped.withoutIndexes().withoutPartitions();
    List<Operation> restored = new ArrayList<>();
    dropped.partitions().forEach(each -> restored.add(new CreatePartition(table, each)));
    dropped.indexes().forEach(index -> restored.add(new CreateIndex(table, index)));
    for (ForeignKey key : dropped.foreignKeys()) {
      if (needsOwnIndex(dropped, key)) {
        created = created.withoutConstraint(key.name());
        restored.add(new AddConstraint(table, key));
      }
    }
    restored.add(0, new CreateTable(created));
    before.definedObjects().triggersOn(table).forEach(each -> restored.add(new CreateObject(each)));
    return Optional.of(List.copyOf(restored));
  }

  /** Whether the foreign key refers to a unique index of its own table, which is not there yet. */
  private static boolean needsOwnIndex(Table owner, ForeignKey key) {
    return key.referencedTable().equals(owner.name())
        && !owner.withoutIndexes().keys().contains(Set.copyOf(key.referencedColumns()));
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
