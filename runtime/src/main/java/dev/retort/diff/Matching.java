package dev.retort.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which elements of one list are which of another: first by name, then by definition. What has the
 * same name and another definition is replaced; what has another name and the same definition stays
 * as it is, since a name alone (Hibernate's hashed one against one that a person chose) changes
 * nothing in the database.
 *
 * @param vanished elements of the first list that are to go, in its order
 * @param appeared elements of the second list that are to come, in its order
 * @param kept elements of the second list, each with the one that it is already
 */
record Matching<T>(List<T> vanished, List<T> appeared, List<Kept<T>> kept) {

  /** An element before and after; at most the name differs. */
  record Kept<T>(T before, T after) {}

  /**
   * Matches two lists.
   *
   * @param name an element's name, unique in each list
   * @param definition a value that is equal for elements that differ in nothing but their name
   * @param needed whether a name must be free for something else, so that no element may keep it
   */
  static <T> Matching<T> of(
      List<T> from,
      List<T> to,
      Function<T, String> name,
      Function<T, Object> definition,
      Predicate<String> needed) {
    Map<String, T> byName = new LinkedHashMap<>();
    from.forEach(element -> byName.put(name.apply(element), element));

    List<T> vanished = new ArrayList<>();
    List<Kept<T>> kept = new ArrayList<>();
    List<T> appeared = new ArrayList<>();
    List<T> unnamed = new ArrayList<>();
    for (T after : to) {
      T before = byName.remove(name.apply(after));
      if (before == null) {
        unnamed.add(after);
      } else if (definition.apply(before).equals(definition.apply(after))) {
        kept.add(new Kept<>(before, after));
      } else {
        vanished.add(before);
        appeared.add(after);
      }
    }

    Map<Object, Deque<T>> byDefinition = new HashMap<>();
    for (T left : byName.values()) {
      if (needed.test(name.apply(left))) {
        vanished.add(left);
      } else {
        byDefinition.computeIfAbsent(definition.apply(left), d -> new ArrayDeque<>()).add(left);
      }
    }
    for (T after : unnamed) {
      Deque<T> same = byDefinition.getOrDefault(definition.apply(after), new ArrayDeque<>());
      if (same.isEmpty()) {
        appeared.add(after);
      } else {
        kept.add(new Kept<>(same.poll(), after));
      }
    }
    byDefinition.values().forEach(vanished::addAll);
    return new Matching<>(inOrderOf(from, vanished), inOrderOf(to, appeared), List.copyOf(kept));
  }

  /** The same, but that those that are kept and fulfil the condition go and come instead. */
  Matching<T> replacing(Predicate<Kept<T>> condition) {
    List<Kept<T>> replaced = kept.stream().filter(condition).toList();
    if (replaced.isEmpty()) {
      return this;
    }
    List<T> gone = new ArrayList<>(vanished);
    List<T> come = new ArrayList<>(appeared);
    replaced.forEach(
        each -> {
          gone.add(each.before());
          come.add(each.after());
        });
    return new Matching<>(
        List.copyOf(gone), List.copyOf(come), kept.stream().filter(condition.negate()).toList());
  }

  private static <T> List<T> inOrderOf(List<T> list, List<T> some) {
    Map<T, Integer> places = new HashMap<>();
    list.forEach(element -> places.put(element, places.size()));
    return some.stream().sorted((a, b) -> places.get(a) - places.get(b)).toList();
  }
}
