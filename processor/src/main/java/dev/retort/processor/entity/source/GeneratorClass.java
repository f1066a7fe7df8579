package dev.retort.processor.entity.source;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a generator class of the application needs in the database.
 *
 * @param kind what it is
 * @param start where its sequence starts, unless a parameter says so
 * @param increment by how much its sequence steps, unless a parameter says so
 */
public record GeneratorClass(Kind kind, int start, int increment) {

  /** What a generator can need. */
  public enum Kind {
    /** A sequence, which the parameters describe as they do for Hibernate's own sequences. */
    SEQUENCE,
    /** A table, which the parameters describe as they do for Hibernate's own tables. */
    TABLE,
    /** Nothing: its values are made in Java. */
    NONE
  }

  private static final Pattern FORM =
      Pattern.compile("(sequence|table|none)(?::(\\d{1,9})(?::(\\d{1,9}))?)?");

  public static GeneratorClass of(Kind kind) {
    return new GeneratorClass(kind, 1, 50);
  }

  /**
   * Reads {@code sequence}, {@code sequence:1000} (its start), {@code sequence:1000:20} (and its
   * increment), {@code table} or {@code none}; empty for anything else.
   */
  public static Optional<GeneratorClass> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
    boolean numbered = matcher.group(2) != null;
    return numbered && kind != Kind.SEQUENCE
        ? Optional.empty()
        : Optional.of(
            new GeneratorClass(kind, number(matcher.group(2), 1), number(matcher.group(3), 50)));
  }

  private static int number(String digits, int byDefault) {
    return digits == null ? byDefault : Integer.parseInt(digits);
  }
}
