package dev.retort.diff;

import dev.retort.operation.CompositeRebuilds;
import dev.retort.operation.CreateCompositeType;
import dev.retort.operation.DropCompositeType;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeTypes;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The difference between the composite types of two schemas. Types come before the columns and
 * types that are of them, and go after those. Attributes are added and dropped where PostgreSQL
 * does it, and the type is rebuilt where not.
 */
final class CompositeTypeDiffer {

  private final Schema from;
  private final Schema to;

  /** The types whose columns get their new defaults by a rebuild. */
  private final Set<QualifiedName> rebuilt = new TreeSet<>();

  private CompositeTypeDiffer(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  static CompositeTypeDiffer of(Schema from, Schema to) {
    CompositeTypeDiffer differ = new CompositeTypeDiffer(from, to);
    for (CompositeType wanted : to.compositeTypes().values()) {
      if (from.compositeTypes().containsKey(wanted.name())
          && CompositeRebuilds.needsRebuild(from, wanted)) {
        differ.rebuilt.add(wanted.name());
        CompositeTypes.containing(from, wanted.name())
            .forEach(outer -> differ.rebuilt.add(outer.name()));
      }
    }
    return differ;
  }

  Set<QualifiedName> rebuilt() {
    return rebuilt;
  }

  /** The types given, the composite ones that go or change, and those that contain any of them. */
  Set<QualifiedName> lostWith(Set<QualifiedName> enumTypes) {
    Set<QualifiedName> lost = new TreeSet<>(enumTypes);
    from.compositeTypes()
        .forEach(
            (name, type) -> {
              if (!type.equals(to.compositeTypes().get(name))) {
                lost.add(name);
              }
            });
    for (QualifiedName type : List.copyOf(lost)) {
      CompositeTypes.containing(from, type).forEach(outer -> lost.add(outer.name()));
    }
    return lost;
  }

  /**
   * What must be done before everything else: values become text where their types make way for
   * something of the same name, or consist of values whose enum type is rebuilt.
   */
  static List<Operation> detours(Schema from, Schema to) {
    if (from.compositeTypes().isEmpty() && to.compositeTypes().isEmpty()) {
      return List.of();
    }
    RelationNames taken = RelationNames.of(to);
    Set<QualifiedName> dropped = new TreeSet<>();
    for (QualifiedName name : from.compositeTypes().keySet()) {
      if (!to.compositeTypes().containsKey(name)
          && (taken.contains(name) || to.enumTypes().containsKey(name))) {
        dropped.add(name);
      }
    }
    Set<QualifiedName> left = EnumTypeDiffer.of(from, to).left();
    List<EnumColumn> columns = new ArrayList<>();
    for (QualifiedName type : left) {
      for (EnumColumn each : from.columnsOf(type)) {
        boolean becomesComposite =
            to.table(each.table())
                .flatMap(table -> table.column(each.column()))
                .flatMap(column -> column.type().userDefinedName())
                .filter(to.compositeTypes()::containsKey)
                .isPresent();
        if (becomesComposite) {
          columns.add(each);
        }
      }
    }
    return CompositeRebuilds.intoText(from, dropped, left, columns);
  }

  /** Whether values of another type become values of the enum type inside a composite one. */
  static boolean convertsInto(EnumType type, Schema from, Schema to) {
    for (CompositeType wanted : to.compositeTypes().values()) {
      CompositeType old = from.compositeTypes().get(wanted.name());
      if (old != null
          && wanted.attributes().stream()
              .filter(each -> each.type().userDefinedName().equals(Optional.of(type.name())))
              .anyMatch(
                  each ->
                      old.attribute(each.name())
                          .filter(before -> !before.type().equals(each.type()))
                          .isPresent())) {
        return true;
      }
    }
    return false;
  }

  /** Comes last: what has to step aside for a rebuild depends on what the other steps leave. */
  void writeTo(Script script) {
    if (from.compositeTypes().isEmpty() && to.compositeTypes().isEmpty()) {
      return;
    }
    Schema reached = Operation.applyAll(script.through(Phase.CHANGE_COMPOSITE_TYPES), from);
    for (CompositeType wanted : CompositeTypes.inOrder(to.compositeTypes().values())) {
      List<Operation> steps =
          reached.compositeTypes().containsKey(wanted.name())
              ? CompositeRebuilds.toward(reached, wanted, this::defaultAfter)
              : List.of(new CreateCompositeType(wanted));
      reached = Operation.applyAll(steps, reached);
      script.addAll(Phase.CHANGE_COMPOSITE_TYPES, steps);
    }
    Set<CompositeType> gone = new HashSet<>(reached.compositeTypes().values());
    gone.removeIf(type -> to.compositeTypes().containsKey(type.name()));
    List<CompositeType> inner = CompositeTypes.inOrder(gone);
    for (int i = inner.size() - 1; i >= 0; i--) {
      script.add(Phase.DROP_COMPOSITE_TYPES, new DropCompositeType(inner.get(i).name()));
    }
  }

  /** The default after the rebuild of a column's type; later steps see to columns that change. */
  private Optional<String> defaultAfter(QualifiedName table, Column column) {
    return to.table(table)
        .flatMap(after -> after.column(column.name()))
        .filter(after -> after.type().equals(column.type()) && isRebuilt(column))
        .map(Column::defaultExpression)
        .orElse(column.defaultExpression());
  }

  private boolean isRebuilt(Column column) {
    return column.type().userDefinedName().filter(rebuilt::contains).isPresent();
  }
}
