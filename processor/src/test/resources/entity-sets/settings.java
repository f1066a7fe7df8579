// Settings: hibernate.timezone.default_storage=AUTO, hibernate.type.preferred_boolean_jdbc_type=TINYINT
// Settings: hibernate.type.prefer_native_enum_types=true, hibernate.type.preferred_boolean_jdbc_type=SMALLINT, hibernate.type.preferred_uuid_jdbc_type=BINARY, hibernate.timezone.default_storage=NORMALIZE_UTC
// Settings: hibernate.type.preferred_boolean_jdbc_type=CHAR, hibernate.type.preferred_uuid_jdbc_type=CHAR, hibernate.type.preferred_duration_jdbc_type=BIGINT, hibernate.type.preferred_instant_jdbc_type=TIMESTAMP, hibernate.timezone.default_storage=NORMALIZE
// Settings: hibernate.timezone.default_storage=COLUMN, hibernate.type.preferred_instant_jdbc_type=INSTANT, hibernate.type.preferred_uuid_jdbc_type=VARCHAR, hibernate.type.preferred_boolean_jdbc_type=INTEGER
package sets.settings;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.type.SqlTypes;

enum Level { LOW, HIGH, MIDDLE }
enum Kind { B, A }

@Embeddable class Span { Instant since; Duration length; OffsetDateTime ending; Boolean opened; }

@Entity
class Thing {
  @Id @GeneratedValue UUID id;
  UUID other;
  boolean flag;
  Boolean maybe;
  Instant at;
  @org.hibernate.annotations.FractionalSeconds(3) Instant precise;
  Duration took;
  @Enumerated(EnumType.STRING) Level level;
  @Enumerated Kind kind;
  OffsetDateTime moment;
  ZonedDateTime zoned;
  OffsetTime time;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) OffsetDateTime stated;
  @JdbcTypeCode(SqlTypes.TIMESTAMP) Instant coded;
  @JdbcTypeCode(SqlTypes.VARCHAR) UUID codedId;
  LocalDateTime local;
  @Embedded Span span;
  @ElementCollection Set<UUID> ids;
  @ElementCollection @Enumerated(EnumType.STRING) List<Level> levels;
  @ElementCollection Map<UUID, Instant> times;
  @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Level, Boolean> flags;
  @ManyToOne Thing parent;
}
