package dev.retort.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers that PostgreSQL's own types take in parentheses. */
final class TypeModifiers {

  /** The longest that a type may be, in characters or bits. */
  private static final Map<String, Integer> MAX_LENGTH =
      Map.of(
          "character varying", 10_485_760,
          "character", 10_485_760,
          "bit", 83_886_080,
          "bit varying", 83_886_080);

  private static final int MAX_PRECISION = 1000;

  /** PostgreSQL takes any precision of times and stores at most 6. */
  private static final Set<String> TIMES =
      Set.of(
          "time without time zone",
          "time with time zone",
          "timestamp without time zone",
          "timestamp with time zone",
          "interval");

  private TypeModifiers() {}

  /** Whether the type's number counts the digits of a fraction of a second. */
  static boolean isTime(String name) {
    return TIMES.contains(name);
  }

  /**
   * Checks the numbers of a type; those of types that are not PostgreSQL's own are not known.
   *
   * @throws SchemaException if PostgreSQL refuses them
   */
  static void require(String name, List<Integer> modifiers) {
    if (modifiers.isEmpty() || !BuiltInTypes.contains(name)) {
      return;
    }
    if (MAX_LENGTH.containsKey(name)) {
      requireCount(name, modifiers, 1);
      requireBetween("the length of " + name, modifiers.get(0), 1, MAX_LENGTH.get(name));
    } else if (name.equals("numeric")) {
      requireCount(name, modifiers, 2);
      requireBetween("the precision of numeric", modifiers.get(0), 1, MAX_PRECISION);
      if (modifiers.size() == 2) {
        // Below 0 and beyond the precision since PostgreSQL 15.
        requireBetween("the scale of numeric", modifiers.get(1), -MAX_PRECISION, MAX_PRECISION);
      }
    } else if (isTime(name)) {
      requireCount(name, modifiers, 1);
    } else {
      throw new SchemaException("type " + name + " takes no numbers in parentheses");
    }
  }

  /** The type that {@code float(n)} stands for. */
  static String ofFloat(int digits) {
    requireBetween("the precision of float", digits, 1, 53);
    return digits <= 24 ? "real" : "double precision";
  }

  private static void requireCount(String name, List<Integer> modifiers, int most) {
    if (modifiers.size() > most) {
      throw new SchemaException(
          "type " + name + " takes at most " + most + " of the numbers " + modifiers);
    }
  }

  private static void requireBetween(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new SchemaException(
          what + " must be between " + least + " and " + most + ", not " + value);
    }
  }
}
