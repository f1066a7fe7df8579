package dev.retort.diff;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.CreateEnumType;
import dev.retort.operation.DropEnumType;
import dev.retort.operation.EnumRebuilds;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeTypes;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumPosition;
import dev.retort.schema.EnumType;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The difference between the enum types of two schemas. Labels that come are added; where one goes
 * or the order of the others changes, the type is rebuilt. It is rebuilt as well where something
 * that comes at the same time uses a new label: PostgreSQL lets nothing use an added one before the
 * transaction has ended.
 */
final class EnumTypeDiffer {

  private final Schema from;
  private final Schema to;
  private final Map<QualifiedName, List<Operation>> added = new TreeMap<>();
  private final Map<QualifiedName, EnumType> rebuilt = new TreeMap<>();
  private final Set<QualifiedName> dropped = new TreeSet<>();
  private final Set<QualifiedName> inTheWay = new TreeSet<>();

  private EnumTypeDiffer(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  static EnumTypeDiffer of(Schema from, Schema to) {
    EnumTypeDiffer differ = new EnumTypeDiffer(from, to);
    from.enumTypes().values().forEach(differ::compare);
    return differ;
  }

  private void compare(EnumType before) {
    QualifiedName name = before.name();
    EnumType after = to.enumTypes().get(name);
    if (after == null) {
      dropped.add(name);
      // A table's name is that of a type too; until PostgreSQL 13 a sequence's as well.
      if (RelationNames.ofTables(to).contains(name)
          || to.sequences().containsKey(name)
          || to.definedObjects().view(name).isPresent()
          || to.compositeTypes().containsKey(name)) {
        inTheWay.add(name);
      }
    } else if (!before.labels().equals(after.labels())) {
      List<String> labels = new ArrayList<>(after.labels());
      labels.removeAll(before.labels());
      if (isPartOf(before.labels(), after.labels()) && !usesAnyAtOnce(after, labels)) {
        added.put(name, additions(before, after));
      } else {
        rebuilt.put(name, after);
      }
    }
  }

  /** Whether all labels are among the others, in the same order. */
  private static boolean isPartOf(List<String> labels, List<String> others) {
    List<String> common = new ArrayList<>(others);
    common.retainAll(new HashSet<>(labels));
    return common.equals(labels);
  }

  private static List<Operation> additions(EnumType before, EnumType after) {
    List<Operation> additions = new ArrayList<>();
    List<String> labels = after.labels();
    int placed = 0;
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      if (before.labels().contains(label)) {
        placed++;
        continue;
      }
      boolean last = placed == before.labels().size();
      Optional<EnumPosition> position =
          last
              ? Optional.empty()
              : Optional.of(
                  i == 0
                      ? EnumPosition.before(before.labels().get(0))
                      : EnumPosition.after(labels.get(i - 1)));
      additions.add(new AddEnumValue(after.name(), label, position));
    }
    return additions;
  }

  /**
   * Whether a default, a condition or the bounds of a partition name one of the labels, or values
   * are converted to the type.
   */
  private boolean usesAnyAtOnce(EnumType type, List<String> labels) {
    if (to.definedObjects().stream()
        .anyMatch(each -> LabelUses.inStatement(each.definition().sql(), labels))) {
      return true;
    }
    for (EnumColumn each : columnsHolding(type)) {
      Table table = to.requireTable(each.table());
      Column column = table.requireColumn(each.column());
      boolean converted =
          columnBefore(table.name(), column.name())
              .filter(old -> !old.type().equals(column.type()))
              .isPresent();
      if (converted
          || expressions(table, column).stream()
              .anyMatch(text -> LabelUses.inExpression(text, labels))) {
        return true;
      }
    }
    return CompositeTypeDiffer.convertsInto(type, from, to);
  }

  /** The columns of the type, and of composite types that contain it. */
  private List<EnumColumn> columnsHolding(EnumType type) {
    List<EnumColumn> columns = new ArrayList<>(to.columnsOf(type.name()));
    for (CompositeType outer : CompositeTypes.containing(to, type.name())) {
      columns.addAll(to.columnsOf(outer.name()));
    }
    return columns;
  }

  private static List<String> expressions(Table table, Column column) {
    List<String> expressions = new ArrayList<>();
    column.defaultExpression().ifPresent(expressions::add);
    column.generation().ifPresent(expressions::add);
    for (Column generated : table.generatedFrom(column.name())) {
      generated.generation().ifPresent(expressions::add);
    }
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof CheckConstraint check && check.involves(column.name())) {
        expressions.add(check.expression());
      }
    }
    for (Index index : table.indexes()) {
      if (index.hasExpressionOn(column.name())) {
        expressions.addAll(index.expressions());
      }
    }
    if (table.divisionKey().contains(column.name())) {
      table.partitions().forEach(partition -> expressions.add(partition.bounds()));
    }
    return expressions;
  }

  /** The types that columns must leave before anything is created: rebuilt, or in the way. */
  Set<QualifiedName> left() {
    Set<QualifiedName> left = new TreeSet<>(inTheWay);
    left.addAll(rebuilt.keySet());
    return left;
  }

  /** The types whose columns get their new defaults by a rebuild. */
  Set<QualifiedName> rebuilt() {
    return rebuilt.keySet();
  }

  /** The types that go or are replaced by another one. */
  Set<QualifiedName> lost() {
    Set<QualifiedName> lost = new TreeSet<>(dropped);
    lost.addAll(rebuilt.keySet());
    return lost;
  }

  /** Comes last: what has to step aside for a rebuild depends on what the other steps leave. */
  void writeTo(Script script) {
    new TreeMap<>(to.enumTypes())
        .forEach(
            (name, type) -> {
              if (!from.enumTypes().containsKey(name)) {
                script.add(Phase.CREATE_ENUM_TYPES, new CreateEnumType(type));
              }
            });
    for (QualifiedName name : dropped) {
      script.add(
          inTheWay.contains(name) ? Phase.DROP_ENUM_TYPES_IN_THE_WAY : Phase.DROP_ENUM_TYPES,
          new DropEnumType(name));
    }
    added.values().forEach(additions -> script.addAll(Phase.CHANGE_ENUM_TYPES, additions));
    for (EnumType type : rebuilt.values()) {
      Schema reached = Operation.applyAll(script.through(Phase.CHANGE_ENUM_TYPES), from);
      script.addAll(Phase.CHANGE_ENUM_TYPES, EnumRebuilds.steps(reached, type, this::defaultAfter));
    }
  }

  /** The default after the rebuild of a column's type; later steps see to columns that change. */
  private Optional<String> defaultAfter(QualifiedName table, Column column) {
    boolean stays =
        columnBefore(table, column.name())
            .filter(old -> old.type().equals(column.type()))
            .isPresent();
    return to.table(table)
        .flatMap(after -> after.column(column.name()))
        .filter(after -> stays && after.type().equals(column.type()))
        .map(Column::defaultExpression)
        .orElse(column.defaultExpression());
  }

  private Optional<Column> columnBefore(QualifiedName table, String column) {
    return from.table(table).flatMap(before -> before.column(column));
  }
}
