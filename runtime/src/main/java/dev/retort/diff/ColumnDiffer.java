package dev.retort.diff;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumnDefault;
import dev.retort.operation.AlterColumnIdentity;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Comparability;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The difference between the columns of a table; their order is none. */
final class ColumnDiffer {

  private ColumnDiffer() {}

  /**
   * What happens to the columns of a table.
   *
   * @param before the old columns by name
   * @param after the new columns by name
   */
  record ColumnChanges(QualifiedName table, Map<String, Column> before, Map<String, Column> after) {

    List<Operation> added() {
      return after.values().stream()
          .filter(column -> !before.containsKey(column.name()))
          .map(column -> (Operation) new AddColumn(table, column))
          .toList();
    }

    List<Operation> altered() {
      return after.values().stream()
          .filter(column -> before.containsKey(column.name()))
          .flatMap(column -> alter(table, before.get(column.name()), column).stream())
          .toList();
    }

    List<Operation> dropped() {
      return before.keySet().stream()
          .filter(name -> !after.containsKey(name))
          .map(name -> (Operation) new DropColumn(table, name))
          .toList();
    }

    /** Whether the column's values cannot be compared with what they were before. */
    boolean becomesIncomparable(String column) {
      return before.containsKey(column)
          && after.containsKey(column)
          && !Comparability.of(before.get(column).type(), after.get(column).type());
    }
  }

  static ColumnChanges diff(QualifiedName table, List<Column> from, List<Column> to) {
    return new ColumnChanges(table, byName(from), byName(to));
  }

  /**
   * The order is the one in which PostgreSQL accepts the steps: a default must fit the type at any
   * time, and an identity column is NOT NULL, has no default and a type that can be counted.
   */
  private static List<Operation> alter(QualifiedName table, Column from, Column to) {
    String name = to.name();
    boolean retyped = !from.type().equals(to.type());
    // A default goes through a change of type only where it can be converted.
    boolean newDefault =
        !from.defaultExpression().equals(to.defaultExpression())
            || (to.defaultExpression().isPresent() && !Comparability.of(from.type(), to.type()));
    boolean newIdentity = !from.identity().equals(to.identity());
    boolean dropDefaultFirst =
        newDefault
            && from.defaultExpression().isPresent()
            && (retyped || newIdentity || to.defaultExpression().isEmpty());

    List<Operation> steps = new ArrayList<>();
    if (dropDefaultFirst) {
      steps.add(new AlterColumnDefault(table, name, Optional.empty()));
    }
    if (newIdentity && to.identity().isEmpty()) {
      steps.add(new AlterColumnIdentity(table, name, Optional.empty()));
    }
    if (to.nullable() && !from.nullable()) {
      steps.add(new AlterColumnNullable(table, name, true));
    }
    if (retyped) {
      steps.add(new AlterColumnType(table, name, to.type(), Optional.empty()));
    }
    if (from.nullable() && !to.nullable()) {
      steps.add(new AlterColumnNullable(table, name, false));
    }
    if (newDefault && to.defaultExpression().isPresent()) {
      steps.add(new AlterColumnDefault(table, name, to.defaultExpression()));
    }
    if (newIdentity && to.identity().isPresent()) {
      steps.add(new AlterColumnIdentity(table, name, to.identity()));
    }
    return steps;
  }

  private static Map<String, Column> byName(List<Column> columns) {
    return columns.stream()
        .collect(
            Collectors.toMap(Column::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }
}
