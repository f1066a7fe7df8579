package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the values of generated columns that a way back would drop and add as plain ones: dropping
 * the expression does the same and leaves the values there.
 */
final class PlainColumns {

  private PlainColumns() {}

  /**
   * The same way back, in which generated columns become plain ones in their place, as far as
   * nothing else depends on their being dropped.
   *
   * @param before the schema that the first operation is applied to
   */
  static List<Operation> kept(List<Operation> operations, Schema before) {
    RebuiltColumns rebuilt = RebuiltColumns.of(operations);
    List<Operation> kept = operations;
    for (Operation operation : operations) {
      if (operation instanceof AddColumn add
          && add.column().generation().isEmpty()
          && rebuilt.contains(add.table(), add.column().name())) {
        int drop = kept.indexOf(new DropColumn(add.table(), add.column().name()));
        int again = kept.indexOf(add);
        if (drop >= 0 && drop < again) {
          List<Operation> changed = changed(kept, drop, again, before);
          kept = leadsToTheSame(kept, changed, before) ? changed : kept;
        }
      }
    }
    return kept;
  }

  private static List<Operation> changed(
      List<Operation> operations, int drop, int again, Schema before) {
    Schema schema = Operation.applyAll(operations.subList(0, drop), before);
    AddColumn added = (AddColumn) operations.get(again);
    QualifiedName table = added.table();
    Column generated = schema.requireTable(table).requireColumn(added.column().name());
    if (generated.generation().isEmpty()) {
      return operations;
    }
    List<Operation> changed = new ArrayList<>(operations.subList(0, drop));
    changed.add(new DropExpression(table, generated.name()));
    changed.addAll(operations.subList(drop + 1, again));
    changed.addAll(alterations(table, generated, added.column()));
    changed.addAll(operations.subList(again + 1, operations.size()));
    return changed;
  }

  private static List<Operation> alterations(QualifiedName table, Column from, Column to) {
    String name = to.name();
    List<Operation> steps = new ArrayList<>();
    if (!from.type().equals(to.type())) {
      steps.add(new AlterColumnType(table, name, to.type(), Optional.empty()));
    }
    if (from.nullable() != to.nullable()) {
      steps.add(new AlterColumnNullable(table, name, to.nullable()));
    }
    if (to.defaultExpression().isPresent()) {
      steps.add(new AlterColumnDefault(table, name, to.defaultExpression()));
    }
    if (to.identity().isPresent()) {
      steps.add(new AlterColumnIdentity(table, name, to.identity()));
    }
    if (!from.comment().equals(to.comment())) {
      steps.add(new AlterColumnComment(table, name, to.comment()));
    }
    return steps;
  }

  private static boolean leadsToTheSame(
      List<Operation> operations, List<Operation> changed, Schema before) {
    try {
      return alike(Operation.applyAll(operations, before), Operation.applyAll(changed, before));
    } catch (SchemaException needed) {
      return false;
    }
  }

  /** Whether the schemas differ in the order of columns and the like at most. */
  private static boolean alike(Schema left, Schema right) {
    return left.sequences().equals(right.sequences())
        && left.enumTypes().equals(right.enumTypes())
        && left.tables().keySet().equals(right.tables().keySet())
        && left.tables().values().stream()
            .allMatch(table -> alike(table, right.requireTable(table.name())));
  }

  private static boolean alike(Table left, Table right) {
    return left.comment().equals(right.comment())
        && Set.copyOf(left.columns()).equals(Set.copyOf(right.columns()))
        && Set.copyOf(left.constraints()).equals(Set.copyOf(right.constraints()))
        && Set.copyOf(left.indexes()).equals(Set.copyOf(right.indexes()));
  }
}
