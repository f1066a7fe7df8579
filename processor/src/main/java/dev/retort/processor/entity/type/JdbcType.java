package dev.retort.processor.entity.type;

/**
 * What Hibernate calls a JDBC type: the middle between a Java type and a column type (constants of
 * {@code org.hibernate.type.SqlTypes}).
 */
public enum JdbcType {
  BOOLEAN,
  TINYINT,
  SMALLINT,
  INTEGER,
  BIGINT,
  FLOAT,
  REAL,
  DOUBLE,
  NUMERIC,
  CHAR,
  VARCHAR,
  LONG32VARCHAR,
  CLOB,
  VARBINARY,
  LONG32VARBINARY,
  BLOB,
  DATE,
  TIME,
  TIME_WITH_TIMEZONE,
  TIMESTAMP,
  TIMESTAMP_WITH_TIMEZONE,
  UUID,
  INET,
  JSON,
  XML,
  /** A type of the database's own that has an enum's constants for labels. */
  NAMED_ENUM,
  /** A type of the database's own that has an embeddable's columns for attributes. */
  STRUCT,
  ARRAY;

  /** Whether values are written in quotes. */
  public boolean isCharacter() {
    return this == CHAR || this == VARCHAR || this == LONG32VARCHAR;
  }

  public boolean isInteger() {
    return this == TINYINT || this == SMALLINT || this == INTEGER || this == BIGINT;
  }

  public boolean isFloat() {
    return this == FLOAT || this == REAL || this == DOUBLE;
  }

  /** Whether a column's precision counts the digits of a second's fraction. */
  public boolean isTemporal() {
    return this == DATE
        || this == TIME
        || this == TIME_WITH_TIMEZONE
        || this == TIMESTAMP
        || this == TIMESTAMP_WITH_TIMEZONE;
  }

  /** Whether a constant of {@code TemporalType} says what this is anyhow. */
  boolean isKindOf(String temporalType) {
    return switch (this) {
      case DATE -> temporalType.equals("DATE");
      case TIME, TIME_WITH_TIMEZONE -> temporalType.equals("TIME");
      case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> temporalType.equals("TIMESTAMP");
      default -> false;
    };
  }

  public boolean isLob() {
    return this == CLOB || this == BLOB;
  }
}
