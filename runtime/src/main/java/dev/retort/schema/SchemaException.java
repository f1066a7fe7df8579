package dev.retort.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A schema that cannot be: a table created twice, a key on a column that is not there.
 *
 * <p>The message is the fact, with names, as one clause without a final full stop.
 */
public class SchemaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** How many names a message lists; nobody reads more. */
  private static final int LISTED = 12;

  public SchemaException(String fact) {
    super(fact);
  }

  /** Says that something named is missing, and offers the nearest of the names that exist. */
  static SchemaException missing(String fact, String name, Collection<String> existing) {
    String hint =
        nearest(name, existing)
            .map(near -> "; did you mean " + near + "?")
            .orElse(existing.isEmpty() ? "" : "; " + listed(existing));
    return new SchemaException(fact + hint);
  }

  private static String listed(Collection<String> names) {
    String shown = String.join(", ", names.stream().limit(LISTED).toList());
    return (names.size() == 1 ? "there is " : "there are ")
        + shown
        + (names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "");
  }

  /** The candidate that differs from {@code name} by a typing error, if there is one. */
  public static Optional<String> nearest(String name, Collection<String> candidates) {
    int tolerance = Math.max(1, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(name, candidate) <= tolerance)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** Levenshtein's edit distance, without regard to case. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
