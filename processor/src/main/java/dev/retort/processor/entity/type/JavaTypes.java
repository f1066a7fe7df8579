package dev.retort.processor.entity.type;

import static java.util.Map.entry;

import dev.retort.processor.entity.source.HibernateVersion;
import java.util.Map;
import java.util.Optional;

/**
 * The JDBC type and default size that Hibernate gives to each Java type on PostgreSQL ({@code
 * StandardBasicTypes}, and {@code getDefaultSqlLength}, {@code getDefaultSqlPrecision} of each
 * {@code JavaType}).
 */
final class JavaTypes {

  private static final ColumnType TEXT = ColumnType.of(JdbcType.VARCHAR, Size.length(255));
  private static final ColumnType INSTANT =
      ColumnType.of(JdbcType.TIMESTAMP_WITH_TIMEZONE, Size.precision(6));
  private static final ColumnType TIMESTAMP = ColumnType.of(JdbcType.TIMESTAMP, Size.precision(6));
  private static final ColumnType TIME = ColumnType.of(JdbcType.TIME, Size.precision(0));
  private static final ColumnType TIME_BEFORE_SEVEN =
      ColumnType.of(JdbcType.TIME, Size.precision(6));
  private static final ColumnType BYTES = ColumnType.of(JdbcType.VARBINARY);

  /** By erased name, wrappers under their primitive's. */
  private static final Map<String, ColumnType> DEFAULTS =
      Map.ofEntries(
          entry("boolean", ColumnType.of(JdbcType.BOOLEAN)),
          entry("byte", ColumnType.of(JdbcType.TINYINT)),
          entry("short", ColumnType.of(JdbcType.SMALLINT)),
          entry("int", ColumnType.of(JdbcType.INTEGER)),
          entry("long", ColumnType.of(JdbcType.BIGINT)),
          entry("float", ColumnType.of(JdbcType.FLOAT, Size.precision(24))),
          entry("double", ColumnType.of(JdbcType.DOUBLE, Size.precision(53))),
          entry("char", ColumnType.of(JdbcType.CHAR, Size.length(1))),
          entry("java.lang.String", TEXT),
          entry("java.math.BigDecimal", ColumnType.of(JdbcType.NUMERIC, Size.precision(38, 2))),
          entry("java.math.BigInteger", ColumnType.of(JdbcType.NUMERIC, Size.precision(38, 0))),
          entry("java.util.UUID", ColumnType.of(JdbcType.UUID)),
          entry("java.time.Instant", INSTANT),
          entry("java.time.OffsetDateTime", INSTANT),
          entry("java.time.ZonedDateTime", INSTANT),
          entry("java.time.LocalDateTime", TIMESTAMP),
          entry("java.time.LocalDate", ColumnType.of(JdbcType.DATE)),
          entry("java.time.LocalTime", TIME),
          // Stored in UTC: Hibernate's PostgreSQL dialect avoids time with time zone.
          entry("java.time.OffsetTime", TIME),
          entry("java.time.Duration", ColumnType.of(JdbcType.NUMERIC, Size.precision(21, 0))),
          entry("java.time.Year", ColumnType.of(JdbcType.INTEGER)),
          entry("java.time.ZoneId", TEXT),
          entry("java.time.ZoneOffset", ColumnType.of(JdbcType.VARCHAR, Size.length(6))),
          entry("java.util.Date", TIMESTAMP),
          entry("java.util.Calendar", TIMESTAMP),
          entry("java.sql.Timestamp", TIMESTAMP),
          entry("java.sql.Date", ColumnType.of(JdbcType.DATE)),
          entry("java.sql.Time", TIME),
          entry("java.util.Locale", TEXT),
          entry("java.util.TimeZone", TEXT),
          entry("java.util.Currency", ColumnType.of(JdbcType.VARCHAR, Size.length(3))),
          entry("java.net.URL", TEXT),
          entry("java.lang.Class", TEXT),
          entry("java.net.InetAddress", ColumnType.of(JdbcType.INET)),
          entry("byte[]", BYTES),
          entry("char[]", TEXT),
          entry("java.sql.Blob", ColumnType.of(JdbcType.BLOB)),
          entry("java.sql.Clob", ColumnType.of(JdbcType.CLOB)),
          entry("java.sql.NClob", ColumnType.of(JdbcType.CLOB)));

  private JavaTypes() {}

  /** How the type is stored by default, or empty for a type that Hibernate does not know. */
  static Optional<ColumnType> of(String erasedName, HibernateVersion hibernate) {
    if (erasedName.equals("java.util.GregorianCalendar") && !hibernate.isSeven()) {
      return Optional.of(TIMESTAMP);
    }
    return Optional.ofNullable(DEFAULTS.get(erasedName)).map(type -> versioned(type, hibernate));
  }

  private static ColumnType versioned(ColumnType type, HibernateVersion hibernate) {
    return type.equals(TIME) && !hibernate.isSeven() ? TIME_BEFORE_SEVEN : type;
  }

  /** The storage of java.util's and java.sql's dates under {@code @Temporal}. */
  static ColumnType temporal(String temporalType, HibernateVersion hibernate) {
    return switch (temporalType) {
      case "DATE" -> ColumnType.of(JdbcType.DATE);
      case "TIME" -> versioned(TIME, hibernate);
      default -> TIMESTAMP;
    };
  }

  static ColumnType serialized() {
    return BYTES;
  }
}
