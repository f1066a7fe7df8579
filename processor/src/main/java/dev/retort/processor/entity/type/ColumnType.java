package dev.retort.processor.entity.type;

import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.Optional;

/**
 * The type of a column, with what is needed to order it among other columns.
 *
 * @param jdbcType the JDBC type
 * @param size the size
 * @param element the element's type, for an array
 * @param definition the type that an annotation states outright, or empty
 * @param enumType the enum type that the column needs, for a named enum
 */
public record ColumnType(
    JdbcType jdbcType,
    Size size,
    Optional<ColumnType> element,
    Optional<SqlType> definition,
    Optional<EnumType> enumType) {

  /** PostgreSQL's longest {@code varchar(n)}; what is longer becomes {@code text}. */
  private static final int MAX_VARCHAR = 10_485_760;

  /** Hibernate's {@code Size.DEFAULT_LENGTH}. */
  private static final int DEFAULT_LENGTH = 255;

  private static final int DEFAULT_DECIMAL_PRECISION = 38;

  /**
   * How many bytes a decimal digit takes, in Hibernate's {@code ColumnOrderingStrategyStandard}.
   */
  private static final double DIGITS_PER_BYTE = Math.log(10) / Math.log(2) * 8;

  public static ColumnType of(JdbcType jdbcType) {
    return of(jdbcType, Size.NONE);
  }

  public static ColumnType of(JdbcType jdbcType, Size size) {
    return new ColumnType(jdbcType, size, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static ColumnType arrayOf(ColumnType element) {
    return new ColumnType(
        JdbcType.ARRAY, Size.NONE, Optional.of(element), Optional.empty(), Optional.empty());
  }

  public static ColumnType of(EnumType enumType) {
    return new ColumnType(
        JdbcType.NAMED_ENUM, Size.NONE, Optional.empty(), Optional.empty(), Optional.of(enumType));
  }

  /** A composite type of the given name. */
  public static ColumnType struct(QualifiedName name) {
    return of(JdbcType.STRUCT).withDefinition(Optional.of(SqlType.userDefined(name)));
  }

  public ColumnType withSize(Size stated) {
    return new ColumnType(jdbcType, stated, element, definition, enumType);
  }

  public ColumnType withDefinition(Optional<SqlType> stated) {
    return stated.isEmpty() ? this : new ColumnType(jdbcType, size, element, stated, enumType);
  }

  /** The type as PostgreSQL's dialect in Hibernate spells it. */
  public SqlType sqlType() {
    return definition.orElseGet(this::derived);
  }

  private SqlType derived() {
    int precision = size.precision().orElse(DEFAULT_DECIMAL_PRECISION);
    return switch (jdbcType) {
      case BOOLEAN -> SqlType.bool();
      case TINYINT, SMALLINT -> SqlType.smallint();
      case INTEGER -> SqlType.integer();
      case BIGINT -> SqlType.bigint();
      case FLOAT, DOUBLE -> precision <= 24 ? SqlType.real() : SqlType.doublePrecision();
      case REAL -> SqlType.real();
      case NUMERIC -> SqlType.numeric(precision, size.scale().orElse(0));
      case CHAR -> SqlType.character(length());
      case VARCHAR ->
          length() > MAX_VARCHAR || length() <= 0 ? SqlType.text() : SqlType.varchar(length());
      case LONG32VARCHAR -> SqlType.text();
      case CLOB, BLOB -> SqlType.type("oid");
      case VARBINARY, LONG32VARBINARY -> SqlType.bytea();
      case DATE -> SqlType.date();
      case TIME -> SqlType.time(precision);
      case TIME_WITH_TIMEZONE -> SqlType.type("time(" + precision + ") with time zone");
      case TIMESTAMP -> SqlType.timestamp(precision);
      case TIMESTAMP_WITH_TIMEZONE -> SqlType.timestamptz(precision);
      case UUID -> SqlType.uuid();
      case INET -> SqlType.type("inet");
      case JSON -> SqlType.jsonb();
      case XML -> SqlType.type("xml");
      case NAMED_ENUM -> enumType.orElseThrow().type();
      case STRUCT -> definition.orElseThrow();
      case ARRAY -> element.orElseThrow().sqlType().array();
    };
  }

  private int length() {
    return size.length().orElse(DEFAULT_LENGTH);
  }

  /**
   * The size by which Hibernate orders columns: bytes, but at least 4. Its {@code
   * ColumnOrderingStrategyStandard} takes a default length for the longest there is.
   */
  public int orderingBytes() {
    int bytes =
        switch (jdbcType) {
          case BOOLEAN, TINYINT, SMALLINT, REAL, INTEGER, DATE, TIME, TIME_WITH_TIMEZONE -> 4;
          case FLOAT -> size.precision().isPresent() ? digitBytes(size.precision().getAsInt()) : 4;
          case BIGINT, DOUBLE, TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> 8;
          case NUMERIC -> digitBytes(size.precision().orElse(DEFAULT_DECIMAL_PRECISION));
          case CHAR, VARCHAR -> length() == DEFAULT_LENGTH ? MAX_VARCHAR : length();
          case LONG32VARCHAR -> length() == DEFAULT_LENGTH ? MAX_VARCHAR : length();
          case VARBINARY, LONG32VARBINARY ->
              length() == DEFAULT_LENGTH ? Integer.MAX_VALUE : length();
          case UUID -> 16;
          case INET -> 19;
          case CLOB, BLOB, JSON, XML, NAMED_ENUM, STRUCT, ARRAY -> Integer.MAX_VALUE;
        };
    return Math.max(bytes, 4);
  }

  private static int digitBytes(int digits) {
    return (int) Math.ceil(digits / DIGITS_PER_BYTE);
  }
}
