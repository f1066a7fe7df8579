package dev.retort.postgres;

import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which types hold every value of which others, so that a change of type can neither fail nor round
 * (PostgreSQL's manual, chapter "Data Types", for the ranges).
 */
public final class TypeCapacity {

  /** The decimal digits that every value of a type has room in. */
  private static final Map<String, Integer> DIGITS =
      Map.of("smallint", 5, "integer", 10, "bigint", 19);

  /** The characters that the longest value of a type is written with. */
  private static final Map<String, Integer> CHARACTERS =
      Map.of("boolean", 5, "smallint", 6, "integer", 11, "bigint", 20, "uuid", 36);

  private static final int MICROSECONDS = 6;

  private static final Set<String> PAIRS =
      Set.of(
          "smallint > integer",
          "smallint > bigint",
          "integer > bigint",
          "smallint > real",
          "smallint > double precision",
          "integer > double precision",
          "real > double precision",
          "date > timestamp without time zone",
          "jsonb > json",
          "cidr > inet",
          "bit > bit varying");

  /** What may be the text of an array, and none that can be read. */
  private static final Set<String> STRINGS = Set.of("text", "character varying", "character");

  private TypeCapacity() {}

  /** Whether each value of {@code from} is a value of {@code to}, too. */
  public static boolean holds(SqlType to, SqlType from) {
    if (to.equals(from)) {
      return true;
    }
    if (isUnlimitedText(to)) {
      // As text, the number of a large object is not its content.
      return !from.name().equals("oid");
    }
    if (from.arrayDimensions() == 0
        && to.arrayDimensions() == 1
        && !STRINGS.contains(from.name())) {
      // It becomes the one element.
      return holds(new SqlType(to.name(), to.modifiers(), 0), from);
    }
    if (to.arrayDimensions() != from.arrayDimensions()) {
      return false;
    }
    String name = to.name();
    return switch (name) {
      case "character varying" ->
          to.modifiers().isEmpty() || characters(from) <= to.modifiers().get(0);
      case "character" ->
          from.name().equals("character") && characters(from) <= to.modifiers().get(0);
      case "numeric" -> holdsNumber(to.modifiers(), from);
      case "smallint", "integer", "bigint" ->
          isPair(from, to) || holdsNumber(List.of(DIGITS.get(name) - 1, 0), from);
      default -> (from.name().equals(name) || isPair(from, to)) && holdsAsFine(to, from);
    };
  }

  /** Of two types that may differ in their modifiers alone, or of a date and a timestamp. */
  private static boolean holdsAsFine(SqlType to, SqlType from) {
    return to.isTime() ? digitsOfSecond(from) <= digitsOfSecond(to) : isPlain(to);
  }

  private static boolean isPlain(SqlType type) {
    return type.modifiers().isEmpty() && type.arguments().isEmpty();
  }

  private static boolean isUnlimitedText(SqlType type) {
    return type.arrayDimensions() == 0
        && (type.name().equals("text")
            || (type.name().equals("character varying") && type.modifiers().isEmpty()));
  }

  private static boolean isPair(SqlType from, SqlType to) {
    return PAIRS.contains(from.name() + " > " + to.name());
  }

  private static int characters(SqlType type) {
    boolean isLimitedText =
        type.name().equals("character varying") || type.name().equals("character");
    return isLimitedText && !type.modifiers().isEmpty()
        ? type.modifiers().get(0)
        : CHARACTERS.getOrDefault(type.name(), Integer.MAX_VALUE);
  }

  /**
   * Whether a number of the given precision and scale holds the type's values.
   *
   * @param precisionAndScale empty for any
   */
  private static boolean holdsNumber(List<Integer> precisionAndScale, SqlType from) {
    boolean isWhole = DIGITS.containsKey(from.name());
    if (!isWhole && !from.name().equals("numeric")) {
      return false;
    }
    if (precisionAndScale.isEmpty()) {
      return true;
    }
    if (!isWhole && from.modifiers().isEmpty()) {
      return false;
    }
    int scale = isWhole ? 0 : from.modifiers().get(1);
    int before = isWhole ? DIGITS.get(from.name()) : from.modifiers().get(0) - scale;
    return scale <= precisionAndScale.get(1)
        && before <= precisionAndScale.get(0) - precisionAndScale.get(1);
  }

  private static int digitsOfSecond(SqlType time) {
    return time.modifiers().isEmpty() ? MICROSECONDS : time.modifiers().get(0);
  }
}
