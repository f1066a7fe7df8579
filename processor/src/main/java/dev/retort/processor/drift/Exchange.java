package dev.retort.processor.drift;

import dev.retort.schema.AsideName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Renames that are in each other's way, in an order in which each name is free when it is given.
 */
final class Exchange {

  private Exchange() {}

  /** One step: what has a name gets another one. */
  record Step(String from, String to) {}

  /**
   * The steps, over a name that is free where they go in a circle. What finds its name taken by
   * something that stays is left out.
   *
   * @param formerNames for each new name the old one, no two the same
   * @param taken whether something has the name at the start
   */
  static List<Step> steps(Map<String, String> formerNames, Predicate<String> taken) {
    Map<String, String> open = new TreeMap<>(formerNames);
    Set<String> freed = new HashSet<>();
    List<Step> steps = new ArrayList<>();
    while (!open.isEmpty()) {
      Optional<String> next =
          open.keySet().stream()
              .filter(name -> freed.contains(name) || !taken.test(name))
              .findFirst();
      if (next.isPresent()) {
        String former = open.remove(next.get());
        steps.add(new Step(former, next.get()));
        freed.add(former);
        continue;
      }
      Optional<String> inCircle = open.keySet().stream().filter(open::containsValue).findFirst();
      if (inCircle.isEmpty()) {
        break;
      }
      String aside = aside(inCircle.get(), taken);
      steps.add(new Step(inCircle.get(), aside));
      freed.add(inCircle.get());
      open.replaceAll((name, former) -> former.equals(inCircle.get()) ? aside : former);
    }
    return steps;
  }

  /** A name that nothing has. */
  private static String aside(String name, Predicate<String> taken) {
    String aside = AsideName.of(name);
    for (int n = 1; taken.test(aside); n++) {
      aside = AsideName.of(n + "_" + name);
    }
    return aside;
  }
}
