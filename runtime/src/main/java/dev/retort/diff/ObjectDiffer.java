package dev.retort.diff;

import dev.retort.operation.CreateObject;
import dev.retort.operation.DropObject;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceObject;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.ObjectDependencies;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectNames;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The difference between the views, functions and triggers of two schemas. What changes is dropped
 * and created; a function that returns the same is replaced, and so is what has another comment
 * alone. What stays steps aside where a table, column or type that it may use changes: PostgreSQL
 * refuses to drop or alter those under it. A function that tables use stays where it is.
 */
final class ObjectDiffer {

  private final Schema from;
  private final Schema to;
  private final ChangesUnder changes;
  private final Set<String> usedBefore;
  private final Set<String> usedAfter;
  private final Set<ObjectId> dropped = new TreeSet<>();
  private final Set<ObjectId> droppedLate = new TreeSet<>();
  private final Set<ObjectId> created = new TreeSet<>();
  private final Set<ObjectId> replaced = new TreeSet<>();

  private ObjectDiffer(
      Schema from, Schema to, List<Operation> changes, Set<QualifiedName> lostTypes) {
    this.from = from;
    this.to = to;
    this.changes = new ChangesUnder(from, changes, lostTypes);
    this.usedBefore = ObjectNames.calledInTables(from);
    this.usedAfter = ObjectNames.calledInTables(to);
  }

  /**
   * Adds what changes, and what steps aside for the changes that are in the script.
   *
   * @param lostTypes the types that go or are replaced by another one
   */
  static void diff(Schema from, Schema to, Set<QualifiedName> lostTypes, Script script) {
    if (!from.definedObjects().isEmpty() || !to.definedObjects().isEmpty()) {
      new ObjectDiffer(from, to, script.inOrder(), lostTypes).writeTo(script);
    }
  }

  /** Drops all that may hold on to a table, for changes that come before all others. */
  static List<Operation> allAside(Schema from) {
    Set<String> used = ObjectNames.calledInTables(from);
    List<ObjectId> aside =
        from.definedObjects().stream()
            .filter(object -> !ObjectNames.isCalled(object, used))
            .map(DefinedObject::id)
            .toList();
    return ObjectDependencies.dropOrder(from.definedObjects(), aside).stream()
        .<Operation>map(DropObject::new)
        .toList();
  }

  private void writeTo(Script script) {
    from.definedObjects().stream().forEach(this::compare);
    for (ObjectId id : to.definedObjects().byId().keySet()) {
      if (from.definedObjects().find(id).isEmpty()) {
        created.add(id);
      }
    }
    stepAside();
    replaced.removeAll(dropped);
    ObjectDependencies.dropOrder(from.definedObjects(), dropped)
        .forEach(id -> script.add(Phase.DROP_OBJECTS, new DropObject(id)));
    ObjectDependencies.dropOrder(from.definedObjects(), droppedLate)
        .forEach(id -> script.add(Phase.DROP_ROUTINES, new DropObject(id)));
    create(script);
  }

  private void compare(DefinedObject before) {
    Optional<DefinedObject> after = to.definedObjects().find(before.id());
    if (after.isEmpty()) {
      boolean late = ObjectNames.isCalled(before, usedBefore) && !isInTheWay(before.id(), to);
      (late ? droppedLate : dropped).add(before.id());
    } else if (isReplaced(before, after.get())) {
      replaced.add(before.id());
    } else if (!before.sameAs(after.get()) || isAffected(before)) {
      dropped.add(before.id());
    }
  }

  private boolean isReplaced(DefinedObject before, DefinedObject after) {
    if (before.sameAs(after)) {
      return false;
    }
    if (after instanceof Routine routine) {
      return routine.canReplace((Routine) before)
          && (ObjectNames.isCalled(before, usedBefore)
              || !changes.affect(before, ObjectNames.needed(before)));
    }
    return after.id().kind() == ObjectId.Kind.VIEW && before.sameText(after) && !isAffected(before);
  }

  /** Whether the object stands in the way of a function with other arguments, or other names. */
  static boolean isInTheWay(ObjectId id, Schema to) {
    return to.definedObjects().byId().keySet().stream()
        .anyMatch(other -> other.kind().isRoutine() && other.name().equals(id.name()));
  }

  private boolean isAffected(DefinedObject object) {
    return !ObjectNames.isCalled(object, usedBefore)
        && changes.affect(object, ObjectNames.bound(object));
  }

  /** What depends on something that is dropped is dropped before it, and created again after. */
  private void stepAside() {
    for (ObjectId id : ObjectDependencies.closure(from.definedObjects(), dropped)) {
      boolean stays = ObjectNames.isCalled(from.definedObjects().require(id), usedBefore);
      if (!stays && !droppedLate.contains(id)) {
        dropped.add(id);
      }
    }
    dropped.stream().filter(id -> to.definedObjects().find(id).isPresent()).forEach(created::add);
  }

  private void create(Script script) {
    Set<ObjectId> all = new TreeSet<>(created);
    all.addAll(replaced);
    List<DefinedObject> order = ObjectDependencies.creationOrder(to.definedObjects(), all);
    Set<String> early = new TreeSet<>(usedAfter);
    for (int i = order.size() - 1; i >= 0; i--) {
      // What an early one needs comes before it in the order.
      DefinedObject object = order.get(i);
      if (ObjectNames.isCalled(object, early)) {
        ObjectNames names = ObjectNames.needed(object);
        order.stream()
            .filter(other -> names.uses(other.id().name()))
            .forEach(other -> early.add(other.id().name().local()));
      }
    }
    for (DefinedObject object : order) {
      script.add(
          ObjectNames.isCalled(object, early) ? Phase.CREATE_ROUTINES : Phase.CREATE_OBJECTS,
          replaced.contains(object.id()) ? new ReplaceObject(object) : new CreateObject(object));
    }
  }
}
