package dev.retort.operation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.HexFormat;
import java.util.UUID;

/** The forms of values' texts, which are also read from files. */
final class ValueForms {

  private ValueForms() {}

  static void require(Value.Kind kind, String text) {
    try {
      if (!canonical(kind, text).equals(text)) {
        throw new IllegalArgumentException("not the form of a value (" + kind + ")");
      }
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException("not a value (" + kind + ")", malformed);
    }
  }

  /** The one spelling of the value, so that equal values have equal checksums. */
  private static String canonical(Value.Kind kind, String text) {
    return switch (kind) {
      case NULL, LIST -> "";
      case TEXT -> text;
      case WHOLE -> new BigInteger(text).toString();
      case DECIMAL -> new BigDecimal(text).toString();
      case BOOLEAN -> Boolean.toString(Boolean.parseBoolean(text));
      case UUID -> UUID.fromString(text).toString();
      case BYTES -> HexFormat.of().formatHex(HexFormat.of().parseHex(text));
      case DATE -> LocalDate.parse(text).toString();
      case TIME -> LocalTime.parse(text).toString();
      case OFFSET_TIME -> OffsetTime.parse(text).toString();
      case TIMESTAMP -> LocalDateTime.parse(text).toString();
      case INSTANT -> Instant.parse(text).toString();
      case INTERVAL ->
          text.indexOf('T') >= 0 ? Duration.parse(text).toString() : Period.parse(text).toString();
    };
  }
}
