// Hibernate 7
package sets.timezones;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
class Event {
  @Id Long id;
  OffsetDateTime plain;
  @TimeZoneStorage OffsetDateTime byDefault;
  @TimeZoneStorage(TimeZoneStorageType.DEFAULT) OffsetDateTime defaultType;
  @TimeZoneStorage(TimeZoneStorageType.NATIVE) OffsetDateTime nativeType;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) OffsetDateTime normalized;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) OffsetDateTime normalizedUtc;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetDateTime inColumn;
  @TimeZoneStorage(TimeZoneStorageType.AUTO) OffsetDateTime auto;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN) @TimeZoneColumn(name = "zone_of_it") OffsetDateTime named;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN) @Column(name = "stamp", nullable = false, secondPrecision = 3) @TimeZoneColumn(name = "stamp_zone", columnDefinition = "integer") OffsetDateTime both;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN) @Column(name = "a_stamp") OffsetDateTime onlyStamp;
  @TimeZoneStorage(TimeZoneStorageType.AUTO) @TimeZoneColumn(name = "unused_zone") OffsetDateTime autoNamed;
  ZonedDateTime zoned;
  @TimeZoneStorage ZonedDateTime zonedDefault;
  @TimeZoneStorage(TimeZoneStorageType.NATIVE) ZonedDateTime zonedNative;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) @Column(secondPrecision = 2) ZonedDateTime zonedNormalized;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) ZonedDateTime zonedUtc;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN) ZonedDateTime zonedColumn;
  OffsetTime time;
  @TimeZoneStorage OffsetTime timeDefault;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) OffsetTime timeNormalized;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC) OffsetTime timeUtc;
  @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetTime timeColumn;
  @TimeZoneStorage(TimeZoneStorageType.AUTO) OffsetTime timeAuto;
  @Column(secondPrecision = 6) OffsetTime preciseTime;
  @FractionalSeconds(4) Instant fraction;
  @FractionalSeconds(0) LocalDateTime noFraction;
  @FractionalSeconds(6) LocalTime fractionOfTime;
  Inner inner;
  @ElementCollection List<OffsetDateTime> stamps;
}

@Embeddable
class Inner {
  @TimeZoneStorage(TimeZoneStorageType.COLUMN) OffsetDateTime innerStamp;
  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE) OffsetDateTime innerNormalized;
}
