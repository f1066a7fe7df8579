package dev.retort.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which views, functions and triggers may depend on which, by the names in their texts. It takes
 * too much for a dependency rather than too little: what is dropped and created without need is the
 * same afterwards, while PostgreSQL refuses to drop what something else needs.
 */
public final class ObjectDependencies {

  private ObjectDependencies() {}

  /** The given objects, and all that cannot stay while they are dropped. */
  public static Set<ObjectId> closure(DefinedObjects objects, Collection<ObjectId> some) {
    Map<ObjectId, ObjectNames> names = new TreeMap<>();
    objects.stream().forEach(each -> names.put(each.id(), ObjectNames.bound(each)));
    Set<ObjectId> closure = new TreeSet<>(some);
    Set<ObjectId> latest = closure;
    while (!latest.isEmpty()) {
      Set<ObjectId> next = new TreeSet<>();
      for (ObjectId id : latest) {
        names.forEach(
            (other, bound) -> {
              if (!closure.contains(other) && canBeNeeded(id) && bound.uses(id.name())) {
                next.add(other);
              }
            });
      }
      closure.addAll(next);
      latest = next;
    }
    return closure;
  }

  /**
   * Whether the expression may read the table by a function that it calls, or by a function or a
   * view that this one uses in its turn. Bodies in any language count.
   */
  public static boolean mayRead(DefinedObjects objects, String expression, QualifiedName table) {
    Set<DefinedObject> reached = new HashSet<>();
    List<DefinedObject> latest =
        objects.stream()
            .filter(Routine.class::isInstance)
            .filter(each -> ObjectNames.calls(expression, Set.of(each.id().name().local())))
            .toList();
    while (!latest.isEmpty()) {
      reached.addAll(latest);
      Set<String> names = new HashSet<>();
      latest.forEach(each -> names.addAll(each.names()));
      if (names.contains(table.local())) {
        return true;
      }
      latest =
          objects.stream()
              .filter(each -> canBeNeeded(each.id()) && names.contains(each.id().name().local()))
              .filter(each -> !reached.contains(each))
              .toList();
    }
    return false;
  }

  private static boolean canBeNeeded(ObjectId id) {
    return id.kind() != ObjectId.Kind.TRIGGER;
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
   * it needs. Where names alone make a circle, what is surely read decides. The order depends on
   * the objects alone.
   */
  public static List<DefinedObject> creationOrder(
      DefinedObjects objects, Collection<ObjectId> some) {
    List<DefinedObject> left = new ArrayList<>();
    new TreeSet<>(some).forEach(id -> objects.find(id).ifPresent(left::add));
    Map<DefinedObject, Set<ObjectId>> needs = new HashMap<>();
    Map<DefinedObject, Set<ObjectId>> surely = new HashMap<>();
    for (DefinedObject object : left) {
      ObjectNames names = ObjectNames.needed(object);
      List<QualifiedName> read =
          object instanceof View
              ? MentionedName.relationsReadBy(object.definition().sql())
              : List.of();
      needs.put(object, among(left, object, id -> names.uses(id.name())));
      surely.put(object, among(left, object, id -> id.kind().isView() && read.contains(id.name())));
    }
    List<DefinedObject> order = new ArrayList<>();
    Set<ObjectId> placed = new HashSet<>();
    while (!left.isEmpty()) {
      DefinedObject next =
          first(left, needs, placed).or(() -> first(left, surely, placed)).orElse(left.get(0));
      left.remove(next);
      placed.add(next.id());
      order.add(next);
    }
    return order;
  }

  private static Set<ObjectId> among(
      List<DefinedObject> objects, DefinedObject object, Predicate<ObjectId> needed) {
    Set<ObjectId> found = new HashSet<>();
    for (DefinedObject other : objects) {
      boolean isOther = !other.id().name().equals(object.id().name());
      if (isOther && canBeNeeded(other.id()) && needed.test(other.id())) {
        found.add(other.id());
      }
    }
    return found;
  }

  private static Optional<DefinedObject> first(
      List<DefinedObject> left, Map<DefinedObject, Set<ObjectId>> needs, Set<ObjectId> placed) {
    return left.stream().filter(each -> placed.containsAll(needs.get(each))).findFirst();
  }
}
