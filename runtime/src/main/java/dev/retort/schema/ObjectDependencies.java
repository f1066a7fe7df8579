package dev.retort.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which views, functions and triggers may depend on which, by the names in their texts. It takes
 * too much for a dependency rather than too little: what is dropped and created without need is the
 * same afterwards, while PostgreSQL refuses to drop what something else needs.
 */
public final class ObjectDependencies {

  private final DefinedObjects objects;

  private ObjectDependencies(DefinedObjects objects) {
    this.objects = objects;
  }

  public static ObjectDependencies of(DefinedObjects objects) {
    return new ObjectDependencies(objects);
  }

  /** The given objects, and all that cannot stay while they are dropped. */
  public Set<ObjectId> closure(Collection<ObjectId> some) {
    Set<ObjectId> closure = new TreeSet<>(some);
    Set<ObjectId> latest = closure;
    while (!latest.isEmpty()) {
      Set<ObjectId> next = new TreeSet<>();
      for (ObjectId id : latest) {
        objects.stream()
            .filter(each -> !closure.contains(each.id()) && isBoundTo(each, id))
            .forEach(each -> next.add(each.id()));
      }
      closure.addAll(next);
      latest = next;
    }
    return closure;
  }

  /** Whether PostgreSQL may keep the object from being dropped for the other's sake. */
  private static boolean isBoundTo(DefinedObject object, ObjectId other) {
    return other.kind() != ObjectId.Kind.TRIGGER && isBoundTo(object, other.name().local());
  }

  /** Whether PostgreSQL may know that the object needs the column. */
  public static boolean isBoundTo(DefinedObject object, String table, String column) {
    return isBoundTo(object, table) && (isBoundTo(object, column) || namesAllColumns(object));
  }

  /** Whether the object may be created only while the column is there. */
  public static boolean needsAtCreation(DefinedObject object, String table, String column) {
    return needsAtCreation(object, table)
        && (needsAtCreation(object, column) || namesAllColumns(object));
  }

  /** {@code SELECT *}, {@code TABLE t}, {@code NATURAL JOIN}: columns that are not spelled out. */
  private static boolean namesAllColumns(DefinedObject object) {
    return object.definition().sql().contains("*")
        || object.mentions("table")
        || object.mentions("natural");
  }

  /** The names in the defaults, conditions and other expressions of a schema's tables. */
  public static Set<String> namesInTables(Schema schema) {
    Set<String> names = new HashSet<>();
    for (Table table : schema.tables().values()) {
      for (Column column : table.columns()) {
        column.defaultExpression().ifPresent(text -> names.addAll(SqlTokens.names(text)));
        column.generation().ifPresent(text -> names.addAll(SqlTokens.names(text)));
      }
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof CheckConstraint check) {
          names.addAll(SqlTokens.names(check.expression()));
        }
      }
      for (Index index : table.indexes()) {
        index.expressions().forEach(text -> names.addAll(SqlTokens.names(text)));
      }
    }
    return names;
  }

  /** Whether PostgreSQL may know that the object needs something of the name. */
  public static boolean isBoundTo(DefinedObject object, String name) {
    return object instanceof Routine routine ? routine.isBoundTo(name) : object.mentions(name);
  }

  /** The given ids in an order in which each comes before what it needs. */
  public static List<ObjectId> dropOrder(DefinedObjects objects, Collection<ObjectId> some) {
    List<ObjectId> order = new ArrayList<>();
    creationOrder(objects, some).forEach(each -> order.add(each.id()));
    Collections.reverse(order);
    return order;
  }

  /**
   * Those of the objects that have one of the given ids, in an order in which each comes after what
   * it needs, as far as they do not need each other; it depends on the objects alone.
   */
  public static List<DefinedObject> creationOrder(
      DefinedObjects objects, Collection<ObjectId> some) {
    List<DefinedObject> sorted =
        new TreeSet<>(some).stream().flatMap(id -> objects.find(id).stream()).toList();
    Set<DefinedObject> order = new LinkedHashSet<>();
    Set<DefinedObject> seen = new HashSet<>();
    sorted.forEach(each -> visit(each, sorted, seen, order));
    return List.copyOf(order);
  }

  private static void visit(
      DefinedObject object,
      List<DefinedObject> all,
      Set<DefinedObject> seen,
      Set<DefinedObject> order) {
    if (!seen.add(object)) {
      return;
    }
    for (DefinedObject other : all) {
      boolean needed =
          other.id().kind() != ObjectId.Kind.TRIGGER
              && !other.id().name().equals(object.id().name())
              && needsAtCreation(object, other.id().name().local());
      if (needed) {
        visit(other, all, seen, order);
      }
    }
    order.add(object);
  }

  /** Whether the object may be created only while something of the name is there. */
  public static boolean needsAtCreation(DefinedObject object, String name) {
    return object instanceof Routine routine
        ? routine.needsAtCreation(name)
        : object.mentions(name);
  }
}
