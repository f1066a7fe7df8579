package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Small edits of immutable lists. */
final class Lists {

  private Lists() {}

  static <T> List<T> replaced(List<T> list, T from, T to) {
    return mapped(list, item -> item.equals(from) ? to : item);
  }

  static <T> List<T> mapped(List<T> list, UnaryOperator<T> change) {
    List<T> mapped = new ArrayList<>(list.size());
    for (T item : list) {
      mapped.add(change.apply(item));
    }
    return List.copyOf(mapped);
  }

  static <T> List<T> appended(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return List.copyOf(longer);
  }

  static <T> List<T> without(List<T> list, Predicate<T> dropped) {
    return list.stream().filter(dropped.negate()).toList();
  }
}
