package dev.retort.diff;

import dev.retort.schema.Partition;
import dev.retort.schema.PartitionStrategy;
import dev.retort.schema.Partitioning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a table's partitions stay, whatever they are called, and whether rows change their
 * partition. Bounds are SQL and not computed: those are the same whose text is.
 *
 * @param renamed the names that partitions get, by those that they have; no partition has one of
 *     them before
 * @param created the partitions that are new
 * @param altered the partitions that get other bounds
 * @param dropped the names of the partitions that go
 * @param isRedivided whether rows of what goes or changes belong into what comes or changes, so
 *     that they have to be moved
 */
record PartitionMatching(
    Map<String, String> renamed,
    List<Partition> created,
    List<Partition> altered,
    List<String> dropped,
    boolean isRedivided) {

  private static final Pattern RANGE =
      Pattern.compile("(?is)from\\s*(\\(.+\\))\\s*to\\s*(\\(.+\\))");

  /** One value of a list; a comma within quotes or brackets is part of it. */
  private static final Pattern VALUE =
      Pattern.compile("(?:[^,'()\\[\\]]|'(?:[^']|'')*'|\\([^)]*\\)|\\[[^]]*])+");

  /**
   * Compares partitions of the same strategy and columns. Where none is wanted, any will do, and
   * those that are there stay.
   */
  static PartitionMatching of(Partitioning from, Partitioning to) {
    if (to.partitions().isEmpty()) {
      return new PartitionMatching(Map.of(), List.of(), List.of(), List.of(), false);
    }
    Map<String, String> renamed = new LinkedHashMap<>();
    List<Partition> created = new ArrayList<>();
    List<Partition> altered = new ArrayList<>();
    List<Partition> before = new ArrayList<>();
    for (Partition after : to.partitions()) {
      Optional<Partition> same = from.partition(after.name());
      if (same.isPresent()) {
        if (!same.get().equals(after)) {
          altered.add(after);
          before.add(same.get());
        }
      } else {
        created.add(after);
      }
    }
    List<String> dropped = new ArrayList<>();
    for (Partition old : from.partitions()) {
      if (to.partition(old.name()).isEmpty()) {
        Optional<Partition> heir =
            created.stream().filter(each -> each.bounds().equals(old.bounds())).findFirst();
        if (heir.isPresent()) {
          created.remove(heir.get());
          renamed.put(old.name(), heir.get().name());
        } else {
          dropped.add(old.name());
          before.add(old);
        }
      }
    }
    List<Partition> after = new ArrayList<>(created);
    after.addAll(altered);
    return new PartitionMatching(
        renamed, created, altered, dropped, moves(to.strategy(), before, after));
  }

  /** Whether rows of the first partitions belong into the second ones, as far as the text tells. */
  private static boolean moves(
      PartitionStrategy strategy, List<Partition> before, List<Partition> after) {
    return switch (strategy) {
      case HASH -> !before.isEmpty() || !after.isEmpty();
      case LIST -> movesValues(before, after);
      case RANGE -> {
        Map<String, String> old = edges(before);
        Map<String, String> wanted = edges(after);
        yield covers(wanted, old) || covers(old, wanted);
      }
    };
  }

  /** Whether a value of one partition becomes one of another. */
  private static boolean movesValues(List<Partition> before, List<Partition> after) {
    for (Partition old : before) {
      Set<String> values = values(old);
      for (Partition wanted : after) {
        Set<String> common = new HashSet<>(values(wanted));
        common.retainAll(values);
        if (!common.isEmpty() && !wanted.name().equals(old.name())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> values(Partition partition) {
    Set<String> values = new HashSet<>();
    if (!partition.isDefault()) {
      String bounds = partition.bounds();
      Matcher value =
          VALUE.matcher(bounds.substring(bounds.indexOf('(') + 1, bounds.lastIndexOf(')')));
      while (value.find()) {
        values.add(value.group().strip());
      }
    }
    return values;
  }

  private static Map<String, String> edges(List<Partition> partitions) {
    Map<String, String> edges = new LinkedHashMap<>();
    for (Partition each : partitions) {
      Matcher range = RANGE.matcher(each.bounds());
      if (range.matches()) {
        edges.put(spaceless(range.group(1)), spaceless(range.group(2)));
      }
    }
    return edges;
  }

  private static String spaceless(String bound) {
    return bound.replaceAll("\\s+(?=(?:[^']*'[^']*')*[^']*$)", "");
  }

  /** Whether ranges that adjoin cover one that others make up from end to end. */
  private static boolean covers(Map<String, String> ranges, Map<String, String> others) {
    for (String start : others.keySet()) {
      if (others.containsValue(start)) {
        continue;
      }
      String end = start;
      for (int i = 0; i <= others.size() && others.containsKey(end); i++) {
        end = others.get(end);
      }
      String at = start;
      for (int i = 0; i < ranges.size() && ranges.containsKey(at); i++) {
        at = ranges.get(at);
        if (at.equals(end)) {
          return true;
        }
      }
    }
    return false;
  }
}
