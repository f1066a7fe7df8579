package dev.retort.processor.entity.type;

import dev.retort.processor.entity.source.SqlTypes;
import java.sql.Types;
import java.util.OptionalInt;

/** Hibernate's own {@code JdbcType} classes, by the {@code SqlTypes} constant of their DDL type. */
final class JdbcTypeClasses {

  private static final String STANDARD = "org.hibernate.type.descriptor.jdbc.";
  private static final String DIALECT = "org.hibernate.dialect.";
  private static final String SEVEN = "type.";

  private JdbcTypeClasses() {}

  /** The constant of a class that {@code @JdbcType} names; empty for a class not known here. */
  static OptionalInt codeOf(String className) {
    if (className.startsWith(STANDARD)) {
      return standard(className.substring(STANDARD.length()));
    }
    if (!className.startsWith(DIALECT)) {
      return OptionalInt.empty();
    }
    // Hibernate 7 has moved them to a package of their own.
    String name = className.substring(DIALECT.length());
    return ofDialect(name.startsWith(SEVEN) ? name.substring(SEVEN.length()) : name);
  }

  private static OptionalInt standard(String name) {
    return switch (name) {
      case "BooleanJdbcType" -> OptionalInt.of(Types.BOOLEAN);
      case "TinyIntJdbcType" -> OptionalInt.of(Types.TINYINT);
      case "SmallIntJdbcType", "TinyIntAsSmallIntJdbcType" -> OptionalInt.of(Types.SMALLINT);
      case "IntegerJdbcType" -> OptionalInt.of(Types.INTEGER);
      case "BigIntJdbcType" -> OptionalInt.of(Types.BIGINT);
      case "FloatJdbcType" -> OptionalInt.of(Types.FLOAT);
      case "RealJdbcType" -> OptionalInt.of(Types.REAL);
      case "DoubleJdbcType" -> OptionalInt.of(Types.DOUBLE);
      case "NumericJdbcType" -> OptionalInt.of(Types.NUMERIC);
      case "DecimalJdbcType" -> OptionalInt.of(Types.DECIMAL);
      case "DurationJdbcType" -> OptionalInt.of(SqlTypes.DURATION);
      case "CharJdbcType", "NCharJdbcType" -> OptionalInt.of(Types.CHAR);
      case "VarcharJdbcType", "NVarcharJdbcType" -> OptionalInt.of(Types.VARCHAR);
      case "LongVarcharJdbcType", "LongNVarcharJdbcType" -> OptionalInt.of(Types.LONGVARCHAR);
      case "ClobJdbcType", "NClobJdbcType" -> OptionalInt.of(Types.CLOB);
      case "BinaryJdbcType", "VarbinaryJdbcType", "UuidAsBinaryJdbcType" ->
          OptionalInt.of(Types.VARBINARY);
      case "LongVarbinaryJdbcType" -> OptionalInt.of(Types.LONGVARBINARY);
      case "BlobJdbcType" -> OptionalInt.of(Types.BLOB);
      case "DateJdbcType", "LocalDateJdbcType" -> OptionalInt.of(Types.DATE);
      case "TimeJdbcType",
          "LocalTimeJdbcType",
          "TimeUtcAsJdbcTimeJdbcType",
          "TimeUtcAsOffsetTimeJdbcType" ->
          OptionalInt.of(Types.TIME);
      case "TimeWithTimeZoneJdbcType", "OffsetTimeJdbcType" ->
          OptionalInt.of(Types.TIME_WITH_TIMEZONE);
      case "TimestampJdbcType", "LocalDateTimeJdbcType", "InstantJdbcType" ->
          OptionalInt.of(Types.TIMESTAMP);
      case "TimestampWithTimeZoneJdbcType",
          "InstantAsTimestampJdbcType",
          "InstantAsTimestampWithTimeZoneJdbcType",
          "OffsetDateTimeJdbcType",
          "ZonedDateTimeJdbcType",
          "TimestampUtcAsInstantJdbcType",
          "TimestampUtcAsJdbcTimestampJdbcType",
          "TimestampUtcAsOffsetDateTimeJdbcType" ->
          OptionalInt.of(Types.TIMESTAMP_WITH_TIMEZONE);
      case "UUIDJdbcType", "VarcharUUIDJdbcType" -> OptionalInt.of(SqlTypes.UUID);
      case "JsonJdbcType" -> OptionalInt.of(SqlTypes.JSON);
      case "XmlJdbcType" -> OptionalInt.of(Types.SQLXML);
      default -> OptionalInt.empty();
    };
  }

  private static OptionalInt ofDialect(String name) {
    return switch (name) {
      case "PostgreSQLJsonPGObjectJsonType",
          "PostgreSQLJsonPGObjectJsonbType",
          "PostgreSQLCastingJsonJdbcType" ->
          OptionalInt.of(SqlTypes.JSON);
      case "PostgreSQLInetJdbcType", "PostgreSQLCastingInetJdbcType" ->
          OptionalInt.of(SqlTypes.INET);
      case "PostgreSQLUUIDJdbcType" -> OptionalInt.of(SqlTypes.UUID);
      case "PostgreSQLIntervalSecondJdbcType", "PostgreSQLCastingIntervalSecondJdbcType" ->
          OptionalInt.of(SqlTypes.INTERVAL_SECOND);
      case "PostgreSQLEnumJdbcType" -> OptionalInt.of(SqlTypes.NAMED_ENUM);
      case "PostgreSQLOrdinalEnumJdbcType" -> OptionalInt.of(SqlTypes.NAMED_ORDINAL_ENUM);
      default -> OptionalInt.empty();
    };
  }
}
