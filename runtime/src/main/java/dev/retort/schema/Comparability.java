package dev.retort.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which types a foreign key can compare with each other: those of one B-tree operator family. */
public final class Comparability {

  /** PostgreSQL's families of more than one type that keys are made of. */
  private static final List<Set<String>> FAMILIES =
      List.of(
          Set.of("smallint", "integer", "bigint"),
          Set.of("real", "double precision"),
          Set.of("text", "character varying", "name"));

  /**
   * The types that keys are commonly made of, by what PostgreSQL converts into each other by
   * itself; a number's digit is its rank, since a lower one is converted to a higher one alone.
   */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("smallint", "number 1"),
          Map.entry("integer", "number 1"),
          Map.entry("bigint", "number 1"),
          Map.entry("numeric", "number 2"),
          Map.entry("real", "number 3"),
          Map.entry("double precision", "number 3"),
          Map.entry("text", "text"),
          Map.entry("character varying", "text"),
          Map.entry("character", "text"),
          Map.entry("name", "text"),
          Map.entry("date", "instant"),
          Map.entry("timestamp without time zone", "instant"),
          Map.entry("timestamp with time zone", "instant"),
          Map.entry("uuid", "uuid"),
          Map.entry("boolean", "boolean"),
          Map.entry("bytea", "bytea"));

  private Comparability() {}

  /**
   * Whether a foreign key of one type may refer to a key of the other. Of types that are not
   * PostgreSQL's own, or that keys are rarely made of, nothing is known here: they may.
   */
  public static boolean canRefer(SqlType from, SqlType to) {
    String left = KINDS.get(from.name());
    String right = KINDS.get(to.name());
    if (left == null || right == null) {
      return true;
    }
    if (from.arrayDimensions() > 0 || to.arrayDimensions() > 0) {
      return from.arrayDimensions() > 0 && to.arrayDimensions() > 0 && left.equals(right);
    }
    return left.equals(right)
        || (left.startsWith("number") && right.startsWith("number") && left.compareTo(right) < 0);
  }

  /** Whether values of the two types are compared without a conversion of either. */
  public static boolean of(SqlType one, SqlType other) {
    if (one.arrayDimensions() > 0 || other.arrayDimensions() > 0) {
      return one.name().equals(other.name()) && one.arrayDimensions() == other.arrayDimensions();
    }
    return one.name().equals(other.name())
        || FAMILIES.stream()
            .anyMatch(family -> family.contains(one.name()) && family.contains(other.name()));
  }
}
