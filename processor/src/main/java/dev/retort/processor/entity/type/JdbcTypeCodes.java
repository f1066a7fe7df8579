package dev.retort.processor.entity.type;

import dev.retort.processor.entity.source.SqlTypes;
import java.sql.Types;
import java.util.Optional;

/** The constants of {@code java.sql.Types} and Hibernate's {@code SqlTypes}, by their numbers. */
final class JdbcTypeCodes {

  private static final int UUID_BYTES = 16;

  private static final int LONG_LENGTH = 32_600;

  private JdbcTypeCodes() {}

  /**
   * The storage that {@code @JdbcTypeCode} asks for; empty if unknown.
   *
   * @param javaType the erased name of the Java type, a wrapper under its primitive's
   * @param byDefault how the type is stored otherwise
   */
  static Optional<BasicType> of(int code, String javaType, Optional<ColumnType> byDefault) {
    Optional<ColumnType> column =
        switch (code) {
          case Types.BOOLEAN, Types.BIT -> plain(JdbcType.BOOLEAN);
          case Types.TINYINT -> plain(JdbcType.TINYINT);
          case Types.SMALLINT -> plain(JdbcType.SMALLINT);
          case Types.INTEGER -> plain(JdbcType.INTEGER);
          case Types.BIGINT -> plain(JdbcType.BIGINT);
          case Types.FLOAT -> sized(JdbcType.FLOAT, JavaSizes.binary(javaType));
          case Types.DOUBLE -> sized(JdbcType.DOUBLE, JavaSizes.binary(javaType));
          case Types.REAL -> plain(JdbcType.REAL);
          case Types.NUMERIC, Types.DECIMAL -> sized(JdbcType.NUMERIC, JavaSizes.decimal(javaType));
          case Types.CHAR, Types.NCHAR -> text(JdbcType.CHAR, javaType);
          case Types.VARCHAR, Types.NVARCHAR -> text(JdbcType.VARCHAR, javaType);
          case Types.LONGVARCHAR, Types.LONGNVARCHAR -> length(JdbcType.VARCHAR, LONG_LENGTH);
          case SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR ->
              length(JdbcType.LONG32VARCHAR, Integer.MAX_VALUE);
          case Types.BINARY, Types.VARBINARY ->
              javaType.equals("java.util.UUID")
                  ? length(JdbcType.VARBINARY, UUID_BYTES)
                  : plain(JdbcType.VARBINARY);
          case Types.LONGVARBINARY -> length(JdbcType.VARBINARY, LONG_LENGTH);
          case SqlTypes.LONG32VARBINARY -> length(JdbcType.LONG32VARBINARY, Integer.MAX_VALUE);
          case Types.BLOB, SqlTypes.MATERIALIZED_BLOB -> plain(JdbcType.BLOB);
          case Types.CLOB, Types.NCLOB, SqlTypes.MATERIALIZED_CLOB, SqlTypes.MATERIALIZED_NCLOB ->
              plain(JdbcType.CLOB);
          case Types.DATE, SqlTypes.LOCAL_DATE -> plain(JdbcType.DATE);
          case Types.TIME, SqlTypes.TIME_UTC, SqlTypes.LOCAL_TIME ->
              fraction(JdbcType.TIME, byDefault, 0);
          case Types.TIME_WITH_TIMEZONE, SqlTypes.OFFSET_TIME ->
              fraction(JdbcType.TIME_WITH_TIMEZONE, byDefault, 0);
          case Types.TIMESTAMP, SqlTypes.INSTANT, SqlTypes.LOCAL_DATE_TIME ->
              fraction(JdbcType.TIMESTAMP, byDefault, 6);
          case Types.TIMESTAMP_WITH_TIMEZONE,
              SqlTypes.TIMESTAMP_UTC,
              SqlTypes.OFFSET_DATE_TIME,
              SqlTypes.ZONED_DATE_TIME ->
              fraction(JdbcType.TIMESTAMP_WITH_TIMEZONE, byDefault, 6);
          case Types.SQLXML, SqlTypes.XML_ARRAY -> plain(JdbcType.XML);
          case SqlTypes.UUID -> plain(JdbcType.UUID);
          case SqlTypes.JSON, SqlTypes.JSON_ARRAY -> plain(JdbcType.JSON);
          case SqlTypes.INET -> plain(JdbcType.INET);
          case SqlTypes.DURATION -> sized(JdbcType.NUMERIC, Size.precision(21, 0));
          default -> Optional.empty();
        };
    return column.map(type -> javaType.equals("boolean") ? limited(type) : BasicType.of(type));
  }

  /** The Java type that a value has of which only the code is known ({@code JdbcType}s). */
  static Optional<String> javaType(int code) {
    return switch (code) {
      case Types.TINYINT -> Optional.of("byte");
      case Types.SMALLINT -> Optional.of("short");
      case Types.INTEGER -> Optional.of("int");
      case Types.BIGINT -> Optional.of("long");
      case Types.NUMERIC, Types.DECIMAL -> Optional.of("java.math.BigDecimal");
      case Types.CHAR, Types.NCHAR, Types.VARCHAR, Types.NVARCHAR ->
          Optional.of("java.lang.String");
      case SqlTypes.UUID -> Optional.of("java.util.UUID");
      default -> Optional.empty();
    };
  }

  /** Booleans as letters and bytes are limited to two values. */
  private static BasicType limited(ColumnType type) {
    return switch (type.jdbcType()) {
      case TINYINT -> BasicType.of(type).checked(column -> column.sql() + " in (0, 1)");
      case CHAR -> BasicType.of(type).checked(column -> column.sql() + " in ('F', 'T')");
      default -> BasicType.of(type);
    };
  }

  private static Optional<ColumnType> plain(JdbcType type) {
    return Optional.of(ColumnType.of(type));
  }

  private static Optional<ColumnType> sized(JdbcType type, Size size) {
    return Optional.of(ColumnType.of(type, size));
  }

  private static Optional<ColumnType> text(JdbcType type, String javaType) {
    return length(type, JavaSizes.text(javaType));
  }

  private static Optional<ColumnType> length(JdbcType type, int length) {
    return Optional.of(ColumnType.of(type, Size.length(length)));
  }

  private static Optional<ColumnType> fraction(
      JdbcType type, Optional<ColumnType> byDefault, int digits) {
    int precision =
        byDefault
            .filter(own -> own.jdbcType().isTemporal())
            .map(own -> own.size().precision().orElse(digits))
            .orElse(digits);
    return Optional.of(ColumnType.of(type, Size.precision(precision)));
  }
}
