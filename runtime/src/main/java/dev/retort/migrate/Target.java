package dev.retort.migrate;

import java.util.regex.Pattern;

/** Where a migration is to lead to, as people write it. */
sealed interface Target {

  Pattern RELATIVE = Pattern.compile("[+-]\\d{1,9}");

  /** The one revision that no other follows. */
  record Head() implements Target {}

  /** All revisions that no other follows. */
  record Heads() implements Target {}

  /** The state before the first revision. */
  record Base() implements Target {}

  /** So many revisions on, or back where negative. */
  record Relative(int steps) implements Target {}

  /** A revision's id, or the beginning of one. */
  record Named(String prefix) implements Target {}

  static Target parse(String text) {
    String word = text.strip();
    return switch (word) {
      case "head" -> new Head();
      case "heads" -> new Heads();
      case "base" -> new Base();
      default ->
          RELATIVE.matcher(word).matches() ? new Relative(Integer.parseInt(word)) : new Named(word);
    };
  }
}
