package dev.retort.maven;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The properties that goals are given on the command line. Maven passes over one that nobody knows,
 * and a goal whose {@code -Dretort.dry-run} is misspelt would run.
 */
final class GoalProperties {

  private static final String PREFIX = "retort.";

  /** What the project's build says, what Maven has itself, and what says nothing. */
  private static final Set<String> OF_THE_SHELL =
      Set.of(
          "source-root",
          "class-path",
          "option",
          "pom",
          "help",
          "no-color",
          "quiet",
          "autogenerate");

  private GoalProperties() {}

  /** Those of a goal, with their prefix; none if there is no such goal. */
  static Set<String> of(String goal) {
    Set<String> names = new TreeSet<>(GoalWords.optionsOf(goal));
    if (names.isEmpty()) {
      return names;
    }
    names.removeAll(OF_THE_SHELL);
    names.add("skip");
    if (GoalWords.takesTarget(goal)) {
      names.add("target");
    }
    if (goal.equals("import")) {
      names.add("tool");
    }
    Set<String> properties = new TreeSet<>();
    names.forEach(name -> properties.add(PREFIX + name));
    return properties;
  }

  /**
   * The first that no goal of this build takes.
   *
   * @param given the names of all properties of the command line
   * @param goal the goal that is about to run
   * @param words what Maven was asked for: phases, and goals such as {@code retort:upgrade}
   */
  static Optional<String> unknown(Collection<String> given, String goal, List<String> words) {
    Set<String> known = new TreeSet<>(of(goal));
    // What the documentation's poms call the version.
    known.add(PREFIX + "version");
    for (String word : words) {
      int colon = word.lastIndexOf(':');
      if (colon >= 0) {
        known.addAll(of(word.substring(colon + 1).replaceFirst("@.*", "")));
      } else {
        // A phase may run any goal that the pom binds to it.
        GoalWords.goals().forEach(each -> known.addAll(boundTo(each, goal)));
      }
    }
    return given.stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .sorted()
        .findFirst();
  }

  /** What promises that nothing is changed is no other goal's where the one that runs lacks it. */
  private static Set<String> boundTo(String other, String goal) {
    Set<String> properties = new TreeSet<>(of(other));
    properties.removeAll(Set.of(PREFIX + "dry-run", PREFIX + "sql"));
    properties.addAll(of(goal));
    return properties;
  }

  /** The property of the goal that was meant, most likely; empty if none is like it. */
  static Optional<String> nearest(String unknown, String goal) {
    return of(goal).stream()
        .min(Comparator.comparingInt(each -> distance(plain(unknown), plain(each))))
        .filter(each -> distance(plain(unknown), plain(each)) <= 2);
  }

  private static String plain(String name) {
    return name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** How many letters must be put in, taken out or replaced. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
