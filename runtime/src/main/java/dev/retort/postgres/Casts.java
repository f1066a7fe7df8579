package dev.retort.postgres;

import dev.retort.schema.SqlType;
import java.util.Optional;
import java.util.Set;

/**
 * Which types PostgreSQL converts into which by itself when a column changes its type: those with a
 * cast for assignment in {@code pg_cast}, and everything into text.
 */
public final class Casts {

  private static final Set<String> STRINGS =
      Set.of("text", "character varying", "character", "name");

  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  private static final Set<String> PAIRS =
      Set.of(
          "integer > money",
          "bigint > money",
          "numeric > money",
          "money > numeric",
          "date > timestamp without time zone",
          "date > timestamp with time zone",
          "timestamp without time zone > date",
          "timestamp without time zone > time without time zone",
          "timestamp without time zone > timestamp with time zone",
          "timestamp with time zone > date",
          "timestamp with time zone > time without time zone",
          "timestamp with time zone > time with time zone",
          "timestamp with time zone > timestamp without time zone",
          "time without time zone > interval",
          "time without time zone > time with time zone",
          "time with time zone > time without time zone",
          "interval > time without time zone",
          "json > jsonb",
          "jsonb > json",
          "inet > cidr",
          "cidr > inet",
          "bit > bit varying",
          "bit varying > bit");

  /** Casts that have to be asked for and say more than the way through text. */
  private static final Set<String> EXPLICIT = Set.of("boolean > integer", "integer > boolean");

  private Casts() {}

  /**
   * The expression that converts a column's values, for {@code ALTER COLUMN … TYPE … USING}; empty
   * where PostgreSQL needs none. A value that cannot be converted makes the statement fail.
   */
  public static Optional<String> using(String column, SqlType from, SqlType to) {
    return usingValue(Identifiers.quote(column), from, to);
  }

  /**
   * The expression that converts a value where PostgreSQL would have to assign it; empty where that
   * does it.
   *
   * @param value the SQL expression of the value, which binds as tightly as a name does
   */
  public static Optional<String> usingValue(String value, SqlType from, SqlType to) {
    Optional<String> content = content(value, from, to);
    if (content.isPresent() || automatic(from, to)) {
      return content;
    }
    if (isPlain(from) && !isPlain(to)) {
      return Optional.of(intoArray(value, from, to));
    }
    if (isPlain(to) && !isPlain(from)) {
      String first = "(" + value + ")[1]";
      return Optional.of(usingValue(first, element(from), to).orElse(first));
    }
    boolean direct =
        isString(from) || (isPlain(from) && isPlain(to) && EXPLICIT.contains(pair(from, to)));
    return Optional.of(value + (direct ? "::" : "::text::") + TypeNames.render(to));
  }

  /**
   * An array of the one value, or what a text that is written like an array says; so a text that an
   * array has become is that array again. No value makes no array.
   */
  private static String intoArray(String value, SqlType from, SqlType to) {
    // Without its length: what is too long is to fail, and a cast would cut it off.
    SqlType element = isString(element(to)) ? SqlType.text() : element(to);
    String single = usingValue(value, from, element).orElse(value);
    String parsed =
        isString(from)
            ? " WHEN "
                + value
                + " LIKE '{%' THEN "
                + value
                + "::"
                + TypeNames.render(element.array())
            : "";
    // Of a composite value, IS NOT NULL asks whether each attribute has one.
    String isThere = from.userDefinedName().isPresent() ? " IS DISTINCT FROM NULL" : " IS NOT NULL";
    return "CASE" + parsed + " WHEN " + value + isThere + " THEN ARRAY[" + single + "] END";
  }

  private static SqlType element(SqlType array) {
    return new SqlType(array.name(), array.modifiers(), 0);
  }

  /** Where a cast would convert what stands for the value: a number, or its text. */
  private static Optional<String> content(String column, SqlType from, SqlType to) {
    if (!isPlain(from) || !isPlain(to)) {
      return Optional.empty();
    }
    String name = isString(from) ? "text" : from.name();
    return switch (name + " > " + (isString(to) ? "text" : to.name())) {
      case "oid > bytea" -> Optional.of("lo_get(" + column + ")");
      case "oid > text" -> Optional.of("convert_from(lo_get(" + column + "), 'UTF8')");
      case "bytea > oid" -> Optional.of("lo_from_bytea(0, " + column + ")");
      case "text > oid" ->
          Optional.of("lo_from_bytea(0, convert_to(" + column + "::text, 'UTF8'))");
      case "uuid > bytea" -> Optional.of("uuid_send(" + column + ")");
      case "bytea > uuid" -> Optional.of("encode(" + column + ", 'hex')::uuid");
      default -> Optional.empty();
    };
  }

  private static boolean automatic(SqlType from, SqlType to) {
    if (isString(to)) {
      return true;
    }
    if (isPlain(from) != isPlain(to)) {
      return false;
    }
    return from.name().equals(to.name())
        || (!isPlain(to) && STRINGS.contains(to.name()))
        || (NUMBERS.contains(from.name()) && NUMBERS.contains(to.name()))
        || PAIRS.contains(pair(from, to));
  }

  private static String pair(SqlType from, SqlType to) {
    return from.name() + " > " + to.name();
  }

  private static boolean isPlain(SqlType type) {
    return type.arrayDimensions() == 0;
  }

  private static boolean isString(SqlType type) {
    return isPlain(type) && STRINGS.contains(type.name());
  }
}
