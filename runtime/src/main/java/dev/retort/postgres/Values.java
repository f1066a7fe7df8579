package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.literal;

import dev.retort.operation.Value;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values as PostgreSQL reads them. */
final class Values {

  private Values() {}

  /**
   * The text that the input function of the value's type takes, whatever the session's settings;
   * empty for NULL.
   */
  static Optional<String> text(Value value) {
    String text = value.text();
    return switch (value.kind()) {
      case NULL -> Optional.empty();
      case TEXT, WHOLE, DECIMAL, BOOLEAN, UUID, INTERVAL -> Optional.of(text);
      case BYTES -> Optional.of("\\x" + text);
      case DATE -> Optional.of(date(LocalDate.parse(text), ""));
      case TIME -> Optional.of(time(LocalTime.parse(text)));
      case OFFSET_TIME -> {
        OffsetTime time = OffsetTime.parse(text);
        yield Optional.of(time(time.toLocalTime()) + offset(time.getOffset()));
      }
      case TIMESTAMP -> Optional.of(timestamp(LocalDateTime.parse(text), ""));
      case INSTANT ->
          Optional.of(
              timestamp(LocalDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC), "+00"));
      case LIST ->
          Optional.of(
              value.items().stream().map(Values::item).collect(Collectors.joining(",", "{", "}")));
    };
  }

  private static String timestamp(LocalDateTime moment, String zone) {
    return date(moment.toLocalDate(), " " + time(moment.toLocalTime()) + zone);
  }

  /** Java's year 0 is the first before Christ. */
  private static String date(LocalDate date, String time) {
    int year = date.getYear();
    return String.format(
            Locale.ROOT,
            "%04d-%02d-%02d",
            year > 0 ? year : 1 - year,
            date.getMonthValue(),
            date.getDayOfMonth())
        + time
        + (year > 0 ? "" : " BC");
  }

  private static String time(LocalTime time) {
    String text = time.toString();
    return text.length() == "HH:mm".length() ? text + ":00" : text;
  }

  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+00" : offset.getId();
  }

  /** An item of an array's text; a list in a list is one more dimension. */
  private static String item(Value item) {
    if (item.kind() == Value.Kind.LIST) {
      return text(item).orElseThrow();
    }
    return text(item)
        .map(text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .orElse("NULL");
  }

  /**
   * The type that a parameter has by itself: what PostgreSQL makes of the same number, and the
   * type's own for others. Empty where the type is that of the place: for texts, lists and NULL.
   */
  static Optional<String> type(Value value) {
    return switch (value.kind()) {
      case NULL, TEXT, LIST -> Optional.empty();
      case WHOLE -> {
        int bits = new BigInteger(value.text()).bitLength();
        yield Optional.of(
            bits < Integer.SIZE ? "integer" : bits < Long.SIZE ? "bigint" : "numeric");
      }
      case DECIMAL -> Optional.of("numeric");
      case BOOLEAN -> Optional.of("boolean");
      case UUID -> Optional.of("uuid");
      case BYTES -> Optional.of("bytea");
      case DATE -> Optional.of("date");
      case TIME -> Optional.of("time");
      case OFFSET_TIME -> Optional.of("timetz");
      case TIMESTAMP -> Optional.of("timestamp");
      case INSTANT -> Optional.of("timestamptz");
      case INTERVAL -> Optional.of("interval");
    };
  }

  /** The value as a constant of its own type, which can stand wherever a parameter can. */
  static String constant(Value value) {
    return switch (value.kind()) {
      case NULL -> "NULL";
      case BOOLEAN -> value.text().toUpperCase(Locale.ROOT);
      case WHOLE -> value.text().startsWith("-") ? "(" + value.text() + ")" : value.text();
      default ->
          literal(text(value).orElseThrow()) + type(value).map(type -> "::" + type).orElse("");
    };
  }

  /**
   * The value as a constant that takes the type of the column that it is stored in or compared to.
   */
  static String cell(Value value) {
    return switch (value.kind()) {
      case NULL, BOOLEAN -> constant(value);
      case WHOLE -> value.text();
      case DECIMAL -> value.text().indexOf('E') < 0 ? value.text() : literal(value.text());
      default -> literal(text(value).orElseThrow());
    };
  }
}
