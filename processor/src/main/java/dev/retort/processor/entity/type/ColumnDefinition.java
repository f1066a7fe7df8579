package dev.retort.processor.entity.type;

import dev.retort.schema.SqlType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code columnDefinition}: SQL that Hibernate pastes behind the column's name. Read as far as it
 * is a type, NOT NULL and a default.
 *
 * @param type the type
 * @param notNull whether it says NOT NULL
 * @param defaultExpression the default, or empty
 */
public record ColumnDefinition(SqlType type, boolean notNull, Optional<String> defaultExpression) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<type>.+?)(?<before>\\s+not\\s+null|\\s+null)?"
              + "(?:\\s+default\\s+(?<default>.+?))?(?<after>\\s+not\\s+null|\\s+null)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What would be pasted into CREATE TABLE beside type, NOT NULL and default. */
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)\\b(serial|bigserial|smallserial|generated|references|unique|primary|check|collate"
              + "|constraint)\\b");

  /** Reads a definition; empty when it holds more than a type, NOT NULL and a default. */
  public static Optional<ColumnDefinition> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches() || MORE.matcher(text.replaceAll("'(?:[^']|'')*'", "''")).find()) {
      return Optional.empty();
    }
    try {
      boolean notNull = isNotNull(matcher.group("before")) || isNotNull(matcher.group("after"));
      return Optional.of(
          new ColumnDefinition(
              type(matcher.group("type")), notNull, Optional.ofNullable(matcher.group("default"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A type of PostgreSQL's own first: so a quoted name of one is none of those. */
  private static SqlType type(String written) {
    try {
      return SqlType.type(written);
    } catch (IllegalArgumentException unknown) {
      return UserDefinedTypes.parse(written).orElseThrow(() -> unknown);
    }
  }

  private static boolean isNotNull(String group) {
    return group != null && group.strip().toLowerCase(Locale.ROOT).startsWith("not");
  }
}
