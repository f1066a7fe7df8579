package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A value of a row or a parameter of a statement, in a form that is the same on every machine.
 *
 * <p>It may be somebody's name or password: {@link #toString()} tells its kind and nothing of it.
 *
 * @param kind what it is
 * @param text the value as Java writes it ({@link LocalDate#toString()} and so on), bytes as
 *     hexadecimal digits; empty for NULL and lists
 * @param items the items of a list
 */
public record Value(Kind kind, String text, List<Value> items) {

  /** What a value is. */
  public enum Kind {
    NULL,
    TEXT,
    WHOLE,
    DECIMAL,
    BOOLEAN,
    UUID,
    BYTES,
    DATE,
    TIME,
    OFFSET_TIME,
    /** A date and time without a zone. */
    TIMESTAMP,
    /** A point in time, in UTC. */
    INSTANT,
    /** A {@link Duration} or {@link Period}. */
    INTERVAL,
    LIST
  }

  private static final Value NULL = new Value(Kind.NULL, "", List.of());

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if PostgreSQL could not hold it, or it is none of its kind
   */
  public Value {
    requireNonNull(kind, "kind");
    items = List.copyOf(items);
    requirePossible(text);
    ValueForms.require(kind, text);
  }

  /**
   * The value that a revision gives: null, a string, a whole number, a {@code BigDecimal}, a
   * boolean, a UUID, a date or time of {@code java.time}, bytes, a constant of an enum (its name),
   * or a list of these.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Value of(Object given) {
    if (given == null) {
      return NULL;
    }
    if (given instanceof Value value) {
      return value;
    }
    if (given instanceof String text) {
      return plain(Kind.TEXT, text);
    }
    if (given instanceof Enum<?> constant) {
      return plain(Kind.TEXT, constant.name());
    }
    if (given instanceof Integer
        || given instanceof Long
        || given instanceof Short
        || given instanceof Byte
        || given instanceof BigInteger) {
      return plain(Kind.WHOLE, given.toString());
    }
    if (given instanceof BigDecimal) {
      return plain(Kind.DECIMAL, given.toString());
    }
    if (given instanceof Boolean) {
      return plain(Kind.BOOLEAN, given.toString());
    }
    if (given instanceof UUID) {
      return plain(Kind.UUID, given.toString());
    }
    if (given instanceof byte[] bytes) {
      return plain(Kind.BYTES, HexFormat.of().formatHex(bytes));
    }
    if (given instanceof List<?> list) {
      return new Value(Kind.LIST, "", list.stream().map(Value::of).toList());
    }
    return time(given);
  }

  private static Value time(Object given) {
    if (given instanceof LocalDate) {
      return plain(Kind.DATE, given.toString());
    }
    if (given instanceof LocalTime) {
      return plain(Kind.TIME, given.toString());
    }
    if (given instanceof OffsetTime) {
      return plain(Kind.OFFSET_TIME, given.toString());
    }
    if (given instanceof LocalDateTime) {
      return plain(Kind.TIMESTAMP, given.toString());
    }
    if (given instanceof Instant) {
      return plain(Kind.INSTANT, given.toString());
    }
    if (given instanceof OffsetDateTime moment) {
      return plain(Kind.INSTANT, moment.toInstant().toString());
    }
    if (given instanceof ZonedDateTime moment) {
      return plain(Kind.INSTANT, moment.toInstant().toString());
    }
    if (given instanceof Duration || given instanceof Period) {
      return plain(Kind.INTERVAL, given.toString());
    }
    throw new IllegalArgumentException(
        "a value cannot be a "
            + given.getClass().getTypeName()
            + (given instanceof Number
                ? ", which is not exact; use a BigDecimal"
                : "; it can be null, a String, a whole number, BigDecimal, boolean, UUID, byte[], a"
                    + " date or time of java.time, a constant of an enum (its name), or a List of"
                    + " these"));
  }

  /** The values that a revision gives; a null array stands for one NULL, as varargs make of it. */
  static List<Value> list(Object... given) {
    return given == null ? List.of(NULL) : java.util.Arrays.stream(given).map(Value::of).toList();
  }

  private static Value plain(Kind kind, String text) {
    return new Value(kind, text, List.of());
  }

  /** Whether this is NULL. */
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  /** PostgreSQL has no text with a NUL, and UTF-8 no half of a pair of surrogates. */
  private static void requirePossible(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "a text has the character NUL (\\0) in it, which PostgreSQL cannot hold");
    }
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new IllegalArgumentException(
          "a text has half of a character in it (a surrogate without its pair), which UTF-8 cannot"
              + " hold");
    }
  }

  /** The kind alone, since the value may be a secret. */
  @Override
  public String toString() {
    return "a value (" + kind + ")";
  }
}
