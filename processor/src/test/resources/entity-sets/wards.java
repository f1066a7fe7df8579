package sets.wards;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

enum Shift { NIGHT, EARLY, LATE }
enum Severity { SEVERE, MILD, CRITICAL }
enum Phase { OPEN, CLOSED }

@Embeddable
class Stamp {
  Instant at;
  @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "by_person") Person by;
  @Column(length = 40) String reason;
}

@MappedSuperclass
abstract class Base<I extends Serializable> {
  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "made_at", nullable = false))
  @AssociationOverride(name = "by", joinColumns = @JoinColumn(name = "maker_id"))
  @AttributeOverride(name = "reason", column = @Column(name = "made_why"))
  Stamp made;
  @Embedded
  @AttributeOverride(name = "at", column = @Column(name = "changed_at"))
  @AssociationOverride(name = "by", joinColumns = @JoinColumn(name = "changer_id"), foreignKey = @ForeignKey(name = "fk_changer"))
  @AttributeOverride(name = "reason", column = @Column(name = "changed_why"))
  Stamp changed;
  @Version int version;
  abstract I key();
}

@MappedSuperclass
abstract class Numbered extends Base<Long> {
  @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ward_ids")
  @SequenceGenerator(name = "ward_ids", sequenceName = "ward_ids", allocationSize = 20, initialValue = 100)
  Long id;
  Long key() { return id; }
}

@MappedSuperclass
abstract class Owned<P, C extends Collection<String>> extends Numbered {
  @ManyToOne(optional = false, fetch = FetchType.LAZY) @JoinColumn(name = "parent_ref") P owner;
  @ElementCollection @CollectionTable(uniqueConstraints = @UniqueConstraint(columnNames = "tag")) @Column(name = "tag", length = 30, nullable = false) Set<String> tags;
}

@Embeddable
class WardKey implements Serializable {
  @Column(name = "hospital_id") long hospital;
  @Column(name = "ward_no", length = 8) String number;
}

@Entity
class Hospital extends Numbered {
  @Column(unique = true, length = 60) String name;
  @OneToMany(mappedBy = "hospital") @OrderBy("id.number") List<Ward> wards;
  @ElementCollection @MapKeyEnumerated(EnumType.STRING) @MapKeyColumn(name = "shift", length = 10) @Column(name = "head_count") Map<Shift, Integer> staffing;
  @ElementCollection @OrderColumn(name = "pos") @CollectionTable(name = "hospital_contacts", joinColumns = @JoinColumn(name = "h_id")) List<Contact> contacts;
  @OneToMany @JoinColumn(name = "owner_hospital", nullable = false) @OrderColumn List<Device> devices;
}

@Embeddable
class Contact {
  @Column(name = "phone", length = 20, nullable = false) String phone;
  @ManyToOne(optional = false, fetch = FetchType.LAZY) Person person;
  @Embedded Span during;
}

@Embeddable class Span { LocalDate since; LocalDate until; @Enumerated Phase phase; }

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "uk_ward_chief", columnNames = {"hospital_id", "chief_id"}), indexes = @Index(columnList = "chief_id desc, ward_no"))
class Ward extends Base<WardKey> {
  @EmbeddedId WardKey id;
  @MapsId("hospital") @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "hospital_id") Hospital hospital;
  @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "chief_id") Doctor chief;
  // the outer ward is in the same hospital
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "hospital_id", referencedColumnName = "hospital_id", insertable = false, updatable = false)
  @JoinColumn(name = "outer_no", referencedColumnName = "ward_no", insertable = false, updatable = false)
  Ward outer;
  @Column(name = "outer_no", length = 8) String outerNumber;
  @OneToMany(mappedBy = "outer") Set<Ward> inner;
  @ManyToMany
  @JoinTable(name = "ward_doctors",
      joinColumns = {@JoinColumn(name = "h", referencedColumnName = "hospital_id"), @JoinColumn(name = "w", referencedColumnName = "ward_no")},
      inverseJoinColumns = @JoinColumn(name = "doctor", nullable = false),
      uniqueConstraints = @UniqueConstraint(columnNames = {"doctor", "turn"}))
  @MapKeyColumn(name = "turn") @MapKeyEnumerated Map<Shift, Doctor> onDuty;
  WardKey key() { return id; }
}

class BedKey implements Serializable { WardKey ward; int place; }

@Entity @IdClass(BedKey.class)
@Table(name = "beds", uniqueConstraints = @UniqueConstraint(columnNames = {"ward_hospital_id", "patient_id"}))
class Bed {
  @Id @ManyToOne(fetch = FetchType.LAZY) Ward ward;
  @Id int place;
  @OneToOne(fetch = FetchType.LAZY) @JoinColumn(name = "patient_id") Patient patient;
  @ElementCollection @CollectionTable(name = "bed_log") @OrderColumn(name = "nr") List<Stamp> log;
}

@Entity
@Inheritance
@DiscriminatorColumn(name = "kind", length = 4)
@DiscriminatorValue("P")
@SecondaryTable(name = "person_addresses", pkJoinColumns = @PrimaryKeyJoinColumn(name = "person_ref"), uniqueConstraints = @UniqueConstraint(columnNames = {"street", "city_id"}))
class Person extends Numbered {
  @Column(nullable = false) String name;
  @Column(table = "person_addresses", length = 80) String street;
  @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "city_id", table = "person_addresses") City city;
  @ManyToOne(fetch = FetchType.LAZY) Person guardian;
  @OneToMany(mappedBy = "guardian") List<Person> wardsOf;
  @ManyToMany @JoinTable(name = "friends", joinColumns = @JoinColumn(name = "a"), inverseJoinColumns = @JoinColumn(name = "b")) Set<Person> friends;
}

@Entity @DiscriminatorValue("DOC")
class Doctor extends Person {
  @ManyToOne(optional = false, fetch = FetchType.LAZY) Ward ward;
  @Column(precision = 9, scale = 2) BigDecimal wage;
  @OneToMany(mappedBy = "doctor", orphanRemoval = true) @MapKey(name = "severity") Map<Severity, Treatment> cases;
}

@Entity @DiscriminatorValue("PAT")
class Patient extends Person {
  @OneToOne(fetch = FetchType.LAZY, mappedBy = "patient") Bed bed;
  @ElementCollection @MapKeyJoinColumn(name = "doctor_id") @Column(name = "opinion", length = 1000) Map<Doctor, String> opinions;
  @ElementCollection @MapKeyTemporal(TemporalType.DATE) Map<Date, Span> stays;
  @Enumerated(EnumType.STRING) @Column(nullable = false) Severity severity;
}

@Entity @Table(indexes = {@Index(columnList = "doctor_id, severity", unique = true), @Index(name = "ix_case_bed", columnList = "bed_place,bed_ward_hospital_id")})
class Treatment extends Owned<Patient, Set<String>> {
  @ManyToOne(fetch = FetchType.LAZY) Doctor doctor;
  @Enumerated(EnumType.STRING) @Column(length = 12) Severity severity;
  @ManyToOne(fetch = FetchType.LAZY) Bed bed;
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "bed_ward_hospital_id", referencedColumnName = "hospital_id", insertable = false, updatable = false)
  @JoinColumn(name = "bed_ward_ward_no", referencedColumnName = "ward_no", insertable = false, updatable = false)
  Ward ward;
  @ManyToMany @OrderColumn(name = "rank") @JoinTable(inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) List<Device> used;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Device extends Numbered {
  @Column(name = "serial", length = 32, unique = true) String serialNumber;
  @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "replaces", referencedColumnName = "serial") Device replaces;
  @Embedded @AssociationOverride(name = "person", joinColumns = @JoinColumn(name = "support_person"))
  Contact support;
}

@Entity @PrimaryKeyJoinColumn(name = "device_id")
class Scanner extends Device {
  @OneToMany @JoinTable(name = "scanner_rooms", joinColumns = @JoinColumn(name = "scanner"), inverseJoinColumns = {@JoinColumn(name = "hosp", referencedColumnName = "hospital_id"), @JoinColumn(name = "no", referencedColumnName = "ward_no")}) Set<Ward> rooms;
  @ElementCollection @MapKeyClass(Phase.class) @MapKeyEnumerated(EnumType.STRING) Map<Phase, Duration> times;
}

@Entity
class City { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ward_ids") @SequenceGenerator(name = "ward_ids", sequenceName = "ward_ids", allocationSize = 20, initialValue = 100) long id; String name; @ManyToOne(fetch = FetchType.LAZY) City county; }
