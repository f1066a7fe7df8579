package sets.basictypes;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.net.*;
import java.sql.*;
import java.time.*;
import java.util.*;
import java.util.Date;

enum Level { LOW { @Override int value() { return 1; } }, HIGH; int value() { return 2; } }

class Payload implements Serializable { int x; }

interface Marker extends Serializable {}

@Entity
class Keys { @Id UUID id; @ManyToOne StringKey s; @ManyToOne ShortKey sh; @ManyToOne DecimalKey d; @ManyToOne DateKey dt; @ManyToOne EnumKey e; @ManyToOne CharKey c; @ManyToOne InstantKey i; @ManyToOne BytesKey b; @ManyToOne ConvertedKey cv; }

@Entity class StringKey { @Id @Column(length = 12) String id; }

@Entity class ShortKey { @Id short id; }

@Entity class DecimalKey { @Id @Column(precision = 10, scale = 2) BigDecimal id; }

@Entity class DateKey { @Id LocalDate id; }

@Entity class EnumKey { @Id @Enumerated(EnumType.STRING) Level id; }

@Entity class CharKey { @Id char id; }

@Entity class InstantKey { @Id Instant id; }

@Entity class BytesKey { @Id byte[] id; }

@Entity class ConvertedKey { @EmbeddedId Wrapped id; }

@Embeddable class Wrapped implements Serializable { @Column(name = "wrapped_value", columnDefinition = "varchar(4)") String value; }

@Entity
class Rare {
  @Id BigInteger id;
  Payload payload;
  Marker marker;
  Serializable serializable;
  Level level;
  @Enumerated(EnumType.STRING) Level levelName;
  Level[] levels;
  Inet4Address four;
  Inet6Address six;
  GregorianCalendar gregorian;
  @Temporal(TemporalType.TIME) Calendar calendarTime;
  Blob blob;
  Clob clob;
  NClob nclob;
  @Lob Blob lobBlob;
  @Lob String lob;
  @Lob char[] lobChars;
  @Lob Payload lobPayload;
  Class<? extends Payload> type;
  Class<?>[] noTypes() { return null; }
  Optional<String> none() { return null; }
  MonthDay monthDay;
  YearMonth yearMonth;
  Period period;
  ZoneId zone;
  java.util.concurrent.TimeUnit unit;
  @Enumerated(EnumType.STRING) Month month;
  @Enumerated(EnumType.STRING) DayOfWeek day;
  URI uri;
  File_ file;
  StringBuilder builder;
  java.util.concurrent.atomic.AtomicLong counter;
  BitSet bits;
  Properties properties;
  HashMap<String, String> map;
  ArrayList<String> list;
  @Version Timestamp version;
}

class File_ extends Payload {}

@Entity class VersionLong { @Id Long id; @Version Long v; }

@Entity class VersionShort { @Id Long id; @Version short v; }

@Entity class VersionInstant { @Id Long id; @Version Instant v; }

@Entity class VersionLocal { @Id Long id; @Version LocalDateTime v; }

/** As large objects, arrays of wrappers are what those of primitives are. */
@Entity
class WrappedBytes {
  @Id Integer id;
  @Lob Byte[] bytes;
  @Lob Character[] letters;
}
