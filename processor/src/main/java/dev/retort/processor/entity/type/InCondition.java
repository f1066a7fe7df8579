package dev.retort.processor.entity.type;

import dev.retort.processor.entity.naming.Identifier;
import java.util.List;
import java.util.stream.Collectors;

/** The condition of a check that limits a column to values ({@code Dialect.getCheckCondition}). */
public final class InCondition {

  private InCondition() {}

  /** {@code column in ('A', 'B')}, spaced as a person would write it. */
  static String of(Identifier column, List<?> values) {
    return values.stream()
        .map(value -> value instanceof Number ? value.toString() : quoted(value.toString()))
        .collect(Collectors.joining(", ", column.sql() + " in (", ")"));
  }

  /** A text as an SQL literal. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
