package dev.retort.maven;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a goal: what would be typed for the same command in a shell. Immutable.
 *
 * <p>Maven leaves a parameter that is not given null; so values may be null here, and then nothing
 * is added, as for empty ones.
 */
final class Arguments {

  private final List<String> words;

  private Arguments(List<String> words) {
    this.words = List.copyOf(words);
  }

  /** Those of a command that is given nothing yet. */
  static Arguments of(String command) {
    return new Arguments(List.of(command));
  }

  /** With an option that has no value, if it is set. */
  Arguments flag(String option, boolean set) {
    return set ? and(option) : this;
  }

  /** With an option and its value, as one word: the value may begin with a dash. */
  Arguments option(String option, String value) {
    String text = text(value);
    return text.isEmpty() ? this : and(option + "=" + text);
  }

  /** With an option for each of several values, separated by commas. */
  Arguments options(String option, String values) {
    Arguments all = this;
    for (String each : text(values).split(",", -1)) {
      all = all.option(option, each.strip());
    }
    return all;
  }

  /** With what the command is about. */
  Arguments positional(String value) {
    String text = text(value);
    return text.isEmpty() ? this : and(text);
  }

  /** With words separated by blanks or commas, each for itself. */
  Arguments positionals(String value) {
    Arguments all = this;
    for (String each : text(value).split("[\\s,]+", -1)) {
      all = all.positional(each);
    }
    return all;
  }

  /** The words in order. They may hold secrets: not for a log. */
  List<String> words() {
    return words;
  }

  /** Without the values, which may be secrets. */
  @Override
  public String toString() {
    return "Arguments[" + words.get(0) + "]";
  }

  private Arguments and(String word) {
    List<String> more = new ArrayList<>(words);
    more.add(word);
    return new Arguments(more);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
