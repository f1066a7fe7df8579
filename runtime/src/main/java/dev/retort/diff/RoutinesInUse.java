package dev.retort.diff;

import dev.retort.operation.ObjectsAside;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectNames;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Functions that tables call and that cannot stay where they are: they return something else, are
 * of a type that goes, or are parsed over a column that changes; or they can be created only when
 * the tables are as they are to be. What tables compute by them goes before everything else, and
 * comes when all else is done.
 */
final class RoutinesInUse {

  private final Schema from;
  private final Schema to;
  private final ChangesUnder changes;
  private final Set<String> usedBefore;
  private final Set<String> usedAfter;

  private RoutinesInUse(
      Schema from, Schema to, ChangesUnder changes, Set<String> usedBefore, Set<String> usedAfter) {
    this.from = from;
    this.to = to;
    this.changes = changes;
    this.usedBefore = usedBefore;
    this.usedAfter = usedAfter;
  }

  /**
   * The difference, with what such functions take.
   *
   * @param differ the difference between schemas in which none of them is in the way
   */
  static List<Operation> diff(
      Schema from, Schema to, BiFunction<Schema, Schema, List<Operation>> differ) {
    Set<ObjectId> stepping = stepping(from, to, differ);
    if (stepping.isEmpty()) {
      return differ.apply(from, to);
    }
    List<Operation> operations =
        new ArrayList<>(
            ObjectsAside.steps(
                from,
                stepping,
                (table, column) -> isPlain(column(to, table, column)),
                (table, column) -> false));
    Schema without =
        Operation.applyAll(
            ObjectsAside.steps(
                to,
                stepping,
                (table, column) -> false,
                (table, column) ->
                    from.table(table).isPresent() && column(from, table, column).isEmpty()),
            to);
    operations.addAll(differ.apply(Operation.applyAll(operations, from), without));
    operations.addAll(differ.apply(Operation.applyAll(operations, from), to));
    return List.copyOf(operations);
  }

  private static Optional<Column> column(Schema schema, QualifiedName table, Column column) {
    return schema.table(table).flatMap(each -> each.column(column.name()));
  }

  private static boolean isPlain(Optional<Column> column) {
    return column.filter(each -> each.generation().isEmpty()).isPresent();
  }

  private static Set<ObjectId> stepping(
      Schema from, Schema to, BiFunction<Schema, Schema, List<Operation>> differ) {
    Set<String> usedBefore = ObjectNames.calledInTables(from);
    Set<String> usedAfter = ObjectNames.calledInTables(to);
    if (noneInUse(from, usedBefore) && noneInUse(to, usedAfter)) {
      return Set.of();
    }
    List<Operation> changes =
        differ.apply(
            from.withDefinedObjects(DefinedObjects.NONE),
            to.withDefinedObjects(DefinedObjects.NONE));
    Set<QualifiedName> lost =
        CompositeTypeDiffer.of(from, to).lostWith(EnumTypeDiffer.of(from, to).lost());
    return new RoutinesInUse(from, to, new ChangesUnder(from, changes, lost), usedBefore, usedAfter)
        .stepping();
  }

  private static boolean noneInUse(Schema schema, Set<String> used) {
    return schema.definedObjects().stream().noneMatch(each -> ObjectNames.isCalled(each, used));
  }

  private Set<ObjectId> stepping() {
    Set<ObjectId> stepping = new TreeSet<>();
    for (DefinedObject object : from.definedObjects().byId().values()) {
      if (ObjectNames.isCalled(object, usedBefore) && mustGo(object)) {
        stepping.add(object.id());
      }
    }
    for (DefinedObject object : to.definedObjects().byId().values()) {
      if (ObjectNames.isCalled(object, usedAfter)
          && comes(object)
          && needsWhatComes(object, new HashSet<>())) {
        stepping.add(object.id());
      }
    }
    return stepping;
  }

  private boolean mustGo(DefinedObject before) {
    if (changes.affect(before, ObjectNames.bound(before))) {
      return true;
    }
    // What it was made of must be there when the way back makes it again.
    boolean losesBody = changes.affect(before, ObjectNames.needed(before));
    Optional<DefinedObject> after = to.definedObjects().find(before.id());
    if (after.isEmpty()) {
      return losesBody || ObjectDiffer.isInTheWay(before.id(), to);
    }
    return !after.get().sameText(before)
        && (losesBody || !((Routine) after.get()).canReplace((Routine) before));
  }

  /** Whether the function is created, be it again, or gets another body. */
  private boolean comes(DefinedObject after) {
    Optional<DefinedObject> before = from.definedObjects().find(after.id());
    return before.isEmpty()
        || !before.get().sameText(after)
        || changes.affect(before.get(), ObjectNames.bound(before.get()));
  }

  private boolean needsWhatComes(DefinedObject object, Set<ObjectId> seen) {
    ObjectNames names = ObjectNames.needed(object);
    if (changes.bring(names)) {
      return true;
    }
    for (DefinedObject other : to.definedObjects().byId().values()) {
      if (names.uses(other.id().name()) && seen.add(other.id()) && needsWhatComes(other, seen)) {
        return true;
      }
    }
    return false;
  }
}
