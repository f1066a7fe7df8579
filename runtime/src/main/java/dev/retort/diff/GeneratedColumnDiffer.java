package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropExpression;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happens to the generated columns of a table. One that becomes plain keeps its values. For
 * every other change it is dropped and added: PostgreSQL has no statement for another expression
 * before version 17, and none that generates a column which exists. The same is done where a column
 * that it is computed from gets another type, which PostgreSQL refuses.
 *
 * @param leaving what comes first, before the columns that they are computed from change
 * @param coming what comes when those are as they are to be
 * @param changed the columns that come or go by these operations
 * @param rebuilt the columns that go and come back
 */
record GeneratedColumnDiffer(
    List<Operation> leaving, List<Operation> coming, Set<String> changed, Set<String> rebuilt) {

  static GeneratedColumnDiffer diff(
      QualifiedName table, Map<String, Column> before, Map<String, Column> after) {
    List<Operation> plain = new ArrayList<>();
    List<Operation> dropped = new ArrayList<>();
    List<Operation> replaced = new ArrayList<>();
    List<Operation> coming = new ArrayList<>();
    Set<String> changed = new TreeSet<>();
    Set<String> rebuilt = new TreeSet<>();
    for (Column old : before.values()) {
      Column wanted = after.get(old.name());
      boolean wasGenerated = old.generation().isPresent();
      if (wanted == null) {
        if (wasGenerated) {
          dropped.add(new DropColumn(table, old.name()));
          changed.add(old.name());
        }
      } else if (wanted.generation().isPresent()) {
        if (mustBeRebuilt(old, wanted, before, after)) {
          (wasGenerated ? dropped : replaced).add(new DropColumn(table, old.name()));
          changed.add(old.name());
          rebuilt.add(old.name());
        }
      } else if (wasGenerated) {
        plain.add(new DropExpression(table, old.name()));
      }
    }
    for (Column wanted : after.values()) {
      boolean comes = !before.containsKey(wanted.name()) || rebuilt.contains(wanted.name());
      if (comes && wanted.generation().isPresent()) {
        coming.add(new AddColumn(table, wanted));
        changed.add(wanted.name());
      }
    }
    // A plain column goes after the generated ones that may have been computed from it.
    List<Operation> leaving = new ArrayList<>(plain);
    leaving.addAll(dropped);
    leaving.addAll(replaced);
    return new GeneratedColumnDiffer(leaving, coming, changed, rebuilt);
  }

  private static boolean mustBeRebuilt(
      Column old, Column wanted, Map<String, Column> before, Map<String, Column> after) {
    return !old.generation().equals(wanted.generation())
        || !old.type().equals(wanted.type())
        || before.values().stream()
            .filter(column -> !column.name().equals(old.name()))
            .filter(column -> old.isGeneratedFrom(column.name()))
            .anyMatch(column -> isOtherThan(column, after.get(column.name())));
  }

  /** Whether the column gets another type or goes, perhaps to come back. */
  private static boolean isOtherThan(Column old, Column wanted) {
    return wanted == null || !wanted.type().equals(old.type()) || wanted.generation().isPresent();
  }

  boolean rebuildsAny(Collection<String> columns) {
    return columns.stream().anyMatch(rebuilt::contains);
  }
}
