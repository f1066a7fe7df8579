package dev.retort.processor.entity.type;

import java.sql.Types;
import java.util.Optional;

/** The constants of {@code java.sql.Types} and Hibernate's {@code SqlTypes}, by their numbers. */
final class JdbcTypeCodes {

  private JdbcTypeCodes() {}

  /** The storage that {@code @JdbcTypeCode} asks for, given the default one; empty if unknown. */
  static Optional<ColumnType> of(int code, ColumnType byDefault) {
    return switch (code) {
      case Types.BOOLEAN, Types.BIT -> plain(JdbcType.BOOLEAN);
      case Types.TINYINT -> plain(JdbcType.TINYINT);
      case Types.SMALLINT -> plain(JdbcType.SMALLINT);
      case Types.INTEGER -> plain(JdbcType.INTEGER);
      case Types.BIGINT -> plain(JdbcType.BIGINT);
      case Types.DOUBLE -> plain(JdbcType.DOUBLE);
      case Types.REAL -> plain(JdbcType.REAL);
      case Types.NUMERIC, Types.DECIMAL -> sized(JdbcType.NUMERIC, byDefault);
      case Types.CHAR, Types.NCHAR -> text(JdbcType.CHAR, byDefault);
      case Types.VARCHAR, Types.NVARCHAR -> text(JdbcType.VARCHAR, byDefault);
      case Types.LONGVARCHAR, Types.LONGNVARCHAR -> long32(JdbcType.VARCHAR, 32_600);
      case 4001, 4002 -> long32(JdbcType.LONG32VARCHAR, Integer.MAX_VALUE);
      case Types.BINARY, Types.VARBINARY -> plain(JdbcType.VARBINARY);
      case Types.LONGVARBINARY -> long32(JdbcType.VARBINARY, 32_600);
      case 4003 -> long32(JdbcType.LONG32VARBINARY, Integer.MAX_VALUE);
      case Types.BLOB, 3004 -> plain(JdbcType.BLOB);
      case Types.CLOB, Types.NCLOB, 3005, 3006 -> plain(JdbcType.CLOB);
      case Types.DATE, 3010 -> plain(JdbcType.DATE);
      case Types.TIME, 3011 -> fraction(JdbcType.TIME, byDefault, 0);
      case Types.TIMESTAMP, 3009 -> fraction(JdbcType.TIMESTAMP, byDefault, 6);
      case Types.TIMESTAMP_WITH_TIMEZONE, 3003, 3008, 3012, 3014 ->
          fraction(JdbcType.TIMESTAMP_WITH_TIMEZONE, byDefault, 6);
      case Types.SQLXML -> plain(JdbcType.XML);
      case 3000 -> plain(JdbcType.UUID);
      case 3001 -> plain(JdbcType.JSON);
      case 3002 -> plain(JdbcType.INET);
      case 3015 -> Optional.of(ColumnType.of(JdbcType.NUMERIC, Size.precision(21, 0)));
      default -> Optional.empty();
    };
  }

  private static Optional<ColumnType> plain(JdbcType type) {
    return Optional.of(ColumnType.of(type));
  }

  private static Optional<ColumnType> sized(JdbcType type, ColumnType byDefault) {
    return Optional.of(ColumnType.of(type, byDefault.size()));
  }

  private static Optional<ColumnType> text(JdbcType type, ColumnType byDefault) {
    int length = byDefault.jdbcType() == JdbcType.UUID ? 36 : byDefault.size().length().orElse(255);
    return Optional.of(ColumnType.of(type, Size.length(length)));
  }

  private static Optional<ColumnType> long32(JdbcType type, int length) {
    return Optional.of(ColumnType.of(type, Size.length(length)));
  }

  private static Optional<ColumnType> fraction(JdbcType type, ColumnType byDefault, int digits) {
    int precision =
        byDefault.jdbcType().isTemporal() ? byDefault.size().precision().orElse(digits) : digits;
    return Optional.of(ColumnType.of(type, Size.precision(precision)));
  }
}
