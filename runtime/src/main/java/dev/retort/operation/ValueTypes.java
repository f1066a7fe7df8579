package dev.retort.operation;

import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which values a column takes, as far as its type tells: what PostgreSQL would refuse, round, cut
 * or read as something else than what was meant.
 */
final class ValueTypes {

  private static final Pattern UUID_TEXT =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final Set<String> NOT_FINITE = Set.of("nan", "infinity", "-infinity");

  private ValueTypes() {}

  /** What is to be said against the value in a column of the type, in words; empty if nothing. */
  static Optional<String> objection(Schema schema, SqlType type, Value value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    if (type.arrayDimensions() > 0) {
      return array(schema, type, value);
    }
    if (value.kind() == Value.Kind.LIST) {
      return Optional.of("takes no list");
    }
    Optional<EnumType> labels = type.userDefinedName().map(schema.enumTypes()::get);
    if (labels.isPresent()) {
      return label(labels.get(), value);
    }
    return type.isBuiltIn() ? builtIn(type, value) : Optional.empty();
  }

  private static Optional<String> array(Schema schema, SqlType type, Value value) {
    if (value.kind() == Value.Kind.TEXT) {
      return Optional.empty();
    }
    if (value.kind() != Value.Kind.LIST) {
      return Optional.of("takes a list, not " + words(value));
    }
    // PostgreSQL takes no notice of how many dimensions a column has.
    SqlType item = type.withArrayDimensions(0);
    return value.items().stream()
        .map(
            each ->
                each.kind() == Value.Kind.LIST
                    ? array(schema, type, each)
                    : objection(schema, item, each))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> label(EnumType type, Value value) {
    if (value.kind() != Value.Kind.TEXT) {
      return Optional.of("takes the labels of its enum type, not " + words(value));
    }
    return type.labels().contains(value.text())
        ? Optional.empty()
        : Optional.of(
            "takes the labels of its enum type ("
                + String.join(", ", type.labels())
                + "), and a row has another one");
  }

  private static Optional<String> builtIn(SqlType type, Value value) {
    return switch (type.name()) {
      case "smallint" -> whole(value, Short.MIN_VALUE, Short.MAX_VALUE);
      case "integer" -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "bigint" -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case "oid", "xid", "cid" -> whole(value, 0, 0xffff_ffffL);
      case "numeric", "real", "double precision" -> number(type, value);
      case "money" -> only(value, Value.Kind.WHOLE, Value.Kind.DECIMAL, Value.Kind.TEXT);
      case "boolean" -> only(value, Value.Kind.BOOLEAN);
      case "bytea" -> only(value, Value.Kind.BYTES);
      case "uuid" -> uuid(value);
      case "character varying", "character" -> text(type, value);
      case "date" -> only(value, Value.Kind.DATE, Value.Kind.TEXT);
      case "time without time zone" -> only(value, Value.Kind.TIME, Value.Kind.TEXT);
      case "time with time zone" -> only(value, Value.Kind.OFFSET_TIME, Value.Kind.TEXT);
      case "timestamp without time zone" -> only(value, Value.Kind.TIMESTAMP, Value.Kind.TEXT);
      case "timestamp with time zone" -> only(value, Value.Kind.INSTANT, Value.Kind.TEXT);
      case "interval" -> only(value, Value.Kind.INTERVAL, Value.Kind.TEXT);
      default -> only(value, Value.Kind.TEXT);
    };
  }

  private static Optional<String> only(Value value, Value.Kind... kinds) {
    return Set.of(kinds).contains(value.kind())
        ? Optional.empty()
        : Optional.of("takes " + words(kinds[0]) + ", not " + words(value));
  }

  private static Optional<String> whole(Value value, long min, long max) {
    if (value.kind() != Value.Kind.WHOLE) {
      return only(value, Value.Kind.WHOLE);
    }
    BigInteger number = new BigInteger(value.text());
    boolean fits =
        number.compareTo(BigInteger.valueOf(min)) >= 0
            && number.compareTo(BigInteger.valueOf(max)) <= 0;
    return fits ? Optional.empty() : Optional.of("takes numbers from " + min + " to " + max);
  }

  private static Optional<String> number(SqlType type, Value value) {
    if (value.kind() == Value.Kind.TEXT
        && NOT_FINITE.contains(value.text().toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Optional<String> objection = only(value, Value.Kind.DECIMAL, Value.Kind.WHOLE);
    if (objection.isPresent() || type.modifiers().size() != 2) {
      return objection;
    }
    int digits = type.modifiers().get(0);
    int scale = type.modifiers().get(1);
    BigDecimal stored = new BigDecimal(value.text()).setScale(scale, RoundingMode.HALF_UP);
    return stored.signum() != 0 && stored.precision() > digits
        ? Optional.of("has no room for a number of a row")
        : Optional.empty();
  }

  private static Optional<String> uuid(Value value) {
    if (value.kind() == Value.Kind.TEXT && !UUID_TEXT.matcher(value.text()).matches()) {
      return Optional.of("takes UUIDs, and a row has a text that is none");
    }
    return only(value, Value.Kind.UUID, Value.Kind.TEXT);
  }

  /** PostgreSQL cuts spaces off that are too many, and nothing else. */
  private static Optional<String> text(SqlType type, Value value) {
    if (value.kind() != Value.Kind.TEXT || type.modifiers().isEmpty()) {
      return only(value, Value.Kind.TEXT);
    }
    int max = type.modifiers().get(0);
    int length = value.text().codePointCount(0, value.text().length());
    int cut = length;
    while (cut > max && value.text().charAt(value.text().length() - 1 - (length - cut)) == ' ') {
      cut--;
    }
    return cut > max
        ? Optional.of("has no room for a text of " + length + " characters")
        : Optional.empty();
  }

  private static String words(Value value) {
    return words(value.kind());
  }

  private static String words(Value.Kind kind) {
    return switch (kind) {
      case NULL -> "NULL";
      case TEXT -> "a text";
      case WHOLE -> "a whole number";
      case DECIMAL -> "a decimal number";
      case BOOLEAN -> "true or false";
      case UUID -> "a UUID";
      case BYTES -> "bytes";
      case DATE -> "a date";
      case TIME -> "a time";
      case OFFSET_TIME -> "a time with an offset";
      case TIMESTAMP -> "a date and time without a zone";
      case INSTANT -> "a point in time";
      case INTERVAL -> "an interval";
      case LIST -> "a list";
    };
  }
}
