package sets.combinations;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

@Entity
class OneA {
  @Id Long id;

  @OneToOne
  @JoinTable(
      name = "a_b",
      joinColumns = @JoinColumn(name = "a"),
      inverseJoinColumns = @JoinColumn(name = "b"))
  OneB b;
}

@Entity
class OneB {
  @Id Long id;

  @OneToOne(mappedBy = "b")
  OneA a;

  @OneToOne(optional = false)
  OneA second;

  @OneToMany(mappedBy = "one")
  @OrderColumn(name = "ix")
  List<ManyC> cs;
}

@Entity
class ManyC {
  @Id UUID id;

  @ManyToOne
  @JoinTable(name = "c_one")
  OneB one;

  @ManyToOne(optional = false)
  @JoinTable
  OneA other;
}

@Entity
@SoftDelete
class Soft {
  @Id @GeneratedValue Long id;

  @ElementCollection
  @SoftDelete(columnName = "gone")
  Set<String> tags;

  @ManyToMany
  @SoftDelete(strategy = SoftDeleteType.ACTIVE)
  Set<Soft> others;

  @NaturalId String code;

  @NaturalId(mutable = true)
  @ManyToOne
  OneA a;
}

@Entity
class Times {
  @Id Long id;

  @TimeZoneStorage(TimeZoneStorageType.COLUMN)
  @TimeZoneColumn(name = "tz1")
  OffsetDateTime a;

  @TimeZoneStorage(TimeZoneStorageType.NATIVE)
  ZonedDateTime b;

  @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
  OffsetDateTime c;

  @Embedded TE te;
  @ElementCollection List<TE> tes;
  @CreationTimestamp Instant cr;
  @UpdateTimestamp LocalDateTime up;
  @TenantId String tenant;
  OffsetTime ot;
  Duration[] durs;
  List<LocalDate> dates;
  int[] ints;
  Set<UUID> uuids;
  List<Color> colors;

  @Enumerated(EnumType.STRING)
  Color[] carr;

  @Array(length = 5)
  String[] five;

  @Column(length = 40)
  List<String> strs;
}

@Embeddable
class TE {
  @TimeZoneStorage(TimeZoneStorageType.COLUMN)
  OffsetDateTime z;

  @Column(name = "instant_at")
  Instant i;
}

enum Color {
  RED {
    void f() {}
  },
  GREEN;

  void f() {}
}

@Entity
class AnyHolder {
  @Id Long id;

  @Any
  @AnyKeyJavaClass(Long.class)
  @AnyDiscriminatorValue(discriminator = "A", entity = OneA.class)
  @AnyDiscriminatorValue(discriminator = "B", entity = OneB.class)
  @Column(name = "kind", length = 3)
  @JoinColumn(name = "ref")
  Object any;

  @JdbcTypeCode(SqlTypes.JSON)
  Map<String, Object> json;

  @JdbcTypeCode(SqlTypes.JSON)
  TE embJson;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  UUID uuidText;

  @JdbcTypeCode(SqlTypes.CHAR)
  @Column(length = 36)
  UUID uuidChar;

  @Nationalized String nat;
  @Nationalized @Lob String natLob;

  @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
  String longText;

  @JdbcTypeCode(SqlTypes.SMALLINT)
  Color color;

  @JdbcTypeCode(SqlTypes.BINARY)
  UUID bin;

  @Column(columnDefinition = "text[]")
  String[] td;

  @Formula("id + 1")
  long f;

  @ColumnDefault("true")
  boolean act;

  @Generated
  @ColumnDefault("now()")
  Instant gen;
}
