// Hibernate 7
package sets.jdbctypes;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.net.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.JdbcType;
import org.hibernate.dialect.type.*;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.*;

enum Size { S, M, L }

@Entity
class Codes {
  @Id Long id;
  @JdbcTypeCode(SqlTypes.BIT) Boolean bit;
  @JdbcTypeCode(SqlTypes.BOOLEAN) Boolean bool;
  @JdbcTypeCode(SqlTypes.TINYINT) Boolean tinyBoolean;
  @JdbcTypeCode(SqlTypes.INTEGER) Boolean intBoolean;
  @JdbcTypeCode(SqlTypes.CHAR) Boolean charBoolean;
  @JdbcTypeCode(SqlTypes.SMALLINT) Boolean smallBoolean;
  @JdbcTypeCode(SqlTypes.NCHAR) Boolean ncharBoolean;
  @JdbcTypeCode(SqlTypes.VARCHAR) Double doubleText;
  @JdbcTypeCode(SqlTypes.VARCHAR) BigInteger bigIntegerText;
  @JdbcTypeCode(SqlTypes.NUMERIC) Duration numericDuration;
  @JdbcTypeCode(SqlTypes.VARCHAR) Short shortText;
  @JdbcTypeCode(SqlTypes.TINYINT) Integer tinyint;
  @JdbcTypeCode(SqlTypes.SMALLINT) Integer smallint;
  @JdbcTypeCode(SqlTypes.INTEGER) Long integer;
  @JdbcTypeCode(SqlTypes.BIGINT) Integer bigint;
  @JdbcTypeCode(SqlTypes.BIGINT) BigInteger bigInteger;
  @JdbcTypeCode(SqlTypes.NUMERIC) Long numericLong;
  @JdbcTypeCode(SqlTypes.NUMERIC) Integer numericInt;
  @JdbcTypeCode(SqlTypes.NUMERIC) Double numericDouble;
  @JdbcTypeCode(SqlTypes.NUMERIC) Short numericShort;
  @JdbcTypeCode(SqlTypes.DECIMAL) BigDecimal decimal_;
  @JdbcTypeCode(SqlTypes.DECIMAL) @Column(precision = 9, scale = 2) BigDecimal sizedDecimal;
  @JdbcTypeCode(SqlTypes.FLOAT) Double floatDouble;
  @JdbcTypeCode(SqlTypes.REAL) Float realFloat;
  @JdbcTypeCode(SqlTypes.DOUBLE) Float doubleFloat;
  @JdbcTypeCode(SqlTypes.DOUBLE) BigDecimal doubleDecimal;
  @JdbcTypeCode(SqlTypes.VARCHAR) Integer intText;
  @JdbcTypeCode(SqlTypes.VARCHAR) Long longText;
  @JdbcTypeCode(SqlTypes.VARCHAR) BigDecimal decimalText;
  @JdbcTypeCode(SqlTypes.VARCHAR) Boolean booleanText;
  @JdbcTypeCode(SqlTypes.VARCHAR) LocalDate dateText;
  @JdbcTypeCode(SqlTypes.VARCHAR) Duration durationText;
  @JdbcTypeCode(SqlTypes.VARCHAR) Character characterText;
  @JdbcTypeCode(SqlTypes.VARCHAR) InetAddress inetText;
  @JdbcTypeCode(SqlTypes.VARCHAR) Currency currencyText;
  @JdbcTypeCode(SqlTypes.CHAR) UUID uuidChar;
  @JdbcTypeCode(SqlTypes.CHAR) String charText;
  @JdbcTypeCode(SqlTypes.NCHAR) @Column(length = 3) String nchar_;
  @JdbcTypeCode(SqlTypes.NVARCHAR) String nvarchar;
  @JdbcTypeCode(SqlTypes.LONGVARCHAR) String longvarchar;
  @JdbcTypeCode(SqlTypes.LONGNVARCHAR) String longnvarchar;
  @JdbcTypeCode(SqlTypes.LONGVARCHAR) @Column(length = 50) String shortLong;
  @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String long32;
  @JdbcTypeCode(SqlTypes.LONG32NVARCHAR) String long32n;
  @JdbcTypeCode(SqlTypes.LONG32VARCHAR) @Column(length = 60) String long32Short;
  @JdbcTypeCode(SqlTypes.CLOB) String clob_;
  @JdbcTypeCode(SqlTypes.NCLOB) String nclob_;
  @JdbcTypeCode(SqlTypes.MATERIALIZED_CLOB) String materialized;
  @JdbcTypeCode(SqlTypes.BLOB) byte[] blob_;
  @JdbcTypeCode(SqlTypes.MATERIALIZED_BLOB) byte[] materializedBlob;
  @JdbcTypeCode(SqlTypes.BINARY) byte[] binary_;
  @JdbcTypeCode(SqlTypes.BINARY) UUID uuidBinary;
  @JdbcTypeCode(SqlTypes.VARBINARY) byte[] varbinary_;
  @JdbcTypeCode(SqlTypes.LONGVARBINARY) byte[] longvarbinary;
  @JdbcTypeCode(SqlTypes.LONG32VARBINARY) byte[] long32Bytes;
  @JdbcTypeCode(SqlTypes.DATE) LocalDateTime date_;
  @JdbcTypeCode(SqlTypes.DATE) Instant instantDate;
  @JdbcTypeCode(SqlTypes.TIME) LocalDateTime time_;
  @JdbcTypeCode(SqlTypes.TIMESTAMP) Instant timestampInstant;
  @JdbcTypeCode(SqlTypes.TIMESTAMP) OffsetDateTime timestampOffset;
  @JdbcTypeCode(SqlTypes.TIMESTAMP) LocalDate timestampDate;
  @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE) Instant zoned;
  @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE) Date zonedDate;
  @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC) Instant utc;
  @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC) @Column(secondPrecision = 3) OffsetDateTime utcPrecise;
  @JdbcTypeCode(SqlTypes.TIME_UTC) OffsetTime timeUtc;
  @JdbcTypeCode(SqlTypes.INSTANT) Instant instant_;
  @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME) LocalDateTime localDateTime_;
  @JdbcTypeCode(SqlTypes.LOCAL_DATE) LocalDate localDate_;
  @JdbcTypeCode(SqlTypes.LOCAL_TIME) LocalTime localTime_;
  @JdbcTypeCode(SqlTypes.OFFSET_DATE_TIME) OffsetDateTime offsetDateTime_;
  @JdbcTypeCode(SqlTypes.ZONED_DATE_TIME) ZonedDateTime zonedDateTime_;
  @JdbcTypeCode(SqlTypes.DURATION) Duration duration_;
  @JdbcTypeCode(SqlTypes.BIGINT) Duration durationBigint;
  @JdbcTypeCode(SqlTypes.UUID) UUID uuid_;
  @JdbcTypeCode(SqlTypes.JSON) String jsonText;
  @JdbcTypeCode(SqlTypes.JSON) Map<String, List<Integer>> jsonMap;
  @JdbcTypeCode(SqlTypes.JSON) Plain jsonPlain;
  @JdbcTypeCode(SqlTypes.JSON) List<Plain> jsonList;
  @JdbcTypeCode(SqlTypes.JSON) Embedded_ jsonEmbeddable;
  @JdbcTypeCode(SqlTypes.JSON) Object anything;
  @JdbcTypeCode(SqlTypes.SQLXML) String xml_;
  @JdbcTypeCode(SqlTypes.INET) InetAddress inet_;
  @JdbcTypeCode(SqlTypes.VARCHAR) Size sizeText;
  @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 1) Size sizeChar;
  @JdbcTypeCode(SqlTypes.INTEGER) Size sizeInt;
  @JdbcTypeCode(SqlTypes.SMALLINT) Size sizeSmall;
  @JdbcTypeCode(SqlTypes.VARBINARY) Serializable serial;
  @JdbcTypeCode(SqlTypes.ARRAY) String[] array_;
  @JdbcTypeCode(SqlTypes.ARRAY) int[] ints;
  @JdbcTypeCode(SqlTypes.INTEGER) Year year_;
  @JdbcTypeCode(SqlTypes.VARCHAR) @Column(length = 5) ZoneOffset zone;
  @Lob @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String lobAsText;
  @Lob @JdbcTypeCode(SqlTypes.LONG32VARBINARY) byte[] lobAsBytes;
  @Nationalized @Lob String nationalLob;
  @Nationalized @JdbcTypeCode(SqlTypes.CHAR) String nationalChar;
  @ElementCollection @JdbcTypeCode(SqlTypes.CHAR) Set<UUID> uuids;
  @ElementCollection @MapKeyJdbcTypeCode(SqlTypes.CHAR) Map<UUID, String> byUuid;
  @ElementCollection @OrderColumn @ListIndexJdbcTypeCode(SqlTypes.SMALLINT) List<String> list_;
}

class Plain {}

@Embeddable
class Embedded_ {
  String one;
  int two;
}

@Entity
class Classes {
  @Id Long id;
  @JdbcType(LongVarcharJdbcType.class) String longText;
  @JdbcType(VarcharJdbcType.class) UUID uuidText;
  @JdbcType(CharJdbcType.class) @Column(length = 2) String chars;
  @JdbcType(SmallIntJdbcType.class) Integer small;
  @JdbcType(IntegerJdbcType.class) Long integer;
  @JdbcType(BigIntJdbcType.class) Integer big;
  @JdbcType(TinyIntJdbcType.class) int tiny;
  @JdbcType(NumericJdbcType.class) Long numeric_;
  @JdbcType(DecimalJdbcType.class) BigDecimal decimal_;
  @JdbcType(DoubleJdbcType.class) Float double_;
  @JdbcType(BooleanJdbcType.class) Boolean boolean_;
  @JdbcType(BinaryJdbcType.class) byte[] binary_;
  @JdbcType(VarbinaryJdbcType.class) byte[] varbinary_;
  @JdbcType(LongVarbinaryJdbcType.class) byte[] longBinary;
  @JdbcType(DateJdbcType.class) LocalDate date_;
  @JdbcType(TimeJdbcType.class) LocalTime time_;
  @JdbcType(TimestampJdbcType.class) Instant timestamp_;
  @JdbcType(TimestampWithTimeZoneJdbcType.class) OffsetDateTime zoned;
  @JdbcType(InstantJdbcType.class) Instant instant_;
  @JdbcType(InstantAsTimestampJdbcType.class) Instant instantPlain;
  @JdbcType(LocalDateTimeJdbcType.class) LocalDateTime local;
  @JdbcType(UUIDJdbcType.class) UUID uuid_;
  @JdbcType(VarcharUUIDJdbcType.class) UUID uuidVarchar;
  @JdbcType(UuidAsBinaryJdbcType.class) UUID uuidBinary;
  @JdbcType(PostgreSQLJsonPGObjectJsonbType.class) Map<String, String> jsonb_;
  @JdbcType(PostgreSQLJsonPGObjectJsonType.class) Map<String, String> plainJson;
  @JdbcType(PostgreSQLInetJdbcType.class) InetAddress inet_;
  @JdbcType(DurationJdbcType.class) Duration duration_;
  @JdbcType(NVarcharJdbcType.class) String nvarchar;
  @ElementCollection @JdbcType(VarcharJdbcType.class) Set<UUID> uuids;
  @ElementCollection @MapKeyJdbcType(VarcharJdbcType.class) Map<UUID, String> byUuid;
}
