package dev.retort.processor.entity.type;

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
          case 4001, 4002 -> length(JdbcType.LONG32VARCHAR, Integer.MAX_VALUE);
          case Types.BINARY, Types.VARBINARY ->
              javaType.equals("java.util.UUID")
                  ? length(JdbcType.VARBINARY, UUID_BYTES)
                  : plain(JdbcType.VARBINARY);
          case Types.LONGVARBINARY -> length(JdbcType.VARBINARY, LONG_LENGTH);
          case 4003 -> length(JdbcType.LONG32VARBINARY, Integer.MAX_VALUE);
          case Types.BLOB, 3004 -> plain(JdbcType.BLOB);
          case Types.CLOB, Types.NCLOB, 3005, 3006 -> plain(JdbcType.CLOB);
          case Types.DATE, 3010 -> plain(JdbcType.DATE);
          case Types.TIME, 3007, 3011 -> fraction(JdbcType.TIME, byDefault, 0);
          case Types.TIME_WITH_TIMEZONE, 3013 ->
              fraction(JdbcType.TIME_WITH_TIMEZONE, byDefault, 0);
          case Types.TIMESTAMP, 3008, 3009 -> fraction(JdbcType.TIMESTAMP, byDefault, 6);
          case Types.TIMESTAMP_WITH_TIMEZONE, 3003, 3012, 3014 ->
              fraction(JdbcType.TIMESTAMP_WITH_TIMEZONE, byDefault, 6);
          case Types.SQLXML, 3019 -> plain(JdbcType.XML);
          case 3000 -> plain(JdbcType.UUID);
          case 3001, 3018 -> plain(JdbcType.JSON);
          case 3002 -> plain(JdbcType.INET);
          case 3015 -> sized(JdbcType.NUMERIC, Size.precision(21, 0));
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
      case 3000 -> Optional.of("java.util.UUID");
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
