package sets.aurum;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.*;

@Entity
@Table(
    name = "machines",
    uniqueConstraints = @UniqueConstraint(columnNames = {"site", "serialNumber"}),
    indexes = {@Index(name = "idx_machine_site", columnList = "site, installedOn desc"), @Index(columnList = "name")})
class Machine {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Version int version;

  @Column(nullable = false, length = 120)
  String name;

  @Column(nullable = false)
  String serialNumber;

  String site;
  LocalDate installedOn;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  Status status;

  Priority priority;

  @Column(precision = 12, scale = 4)
  BigDecimal ratedPower;

  BigDecimal anyAmount;
  boolean operational;

  @OneToMany(mappedBy = "machine")
  List<Sensor> sensors;

  @ManyToMany
  Set<User> operators;

  @ElementCollection Set<String> tags;

  @ElementCollection
  @CollectionTable(name = "machine_limits", joinColumns = @JoinColumn(name = "machine"))
  @MapKeyColumn(name = "limit_name", length = 40)
  @Column(name = "limit_value")
  Map<String, Double> limits;

  enum Status { ONLINE, OFFLINE, MAINTENANCE }

  enum Priority { LOW, MEDIUM, HIGH }
}

@Entity
@Table(name = "sensors")
class Sensor {
  @Id
  @GeneratedValue
  UUID id;

  @ManyToOne(optional = false, fetch = FetchType.LAZY)
  Machine machine;

  @Column(unique = true, nullable = false)
  String code;

  @Column(columnDefinition = "text")
  String notes;

  double minValue;
  Double maxValue;
}

@Entity
@Table(name = "sensor_readings", indexes = @Index(name = "idx_reading_time", columnList = "sensor_id, recordedAt"))
class SensorReading {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  Long id;

  @ManyToOne
  @JoinColumn(name = "sensor_id", nullable = false, foreignKey = @ForeignKey(name = "fk_reading_sensor"))
  Sensor sensor;

  @Column(nullable = false)
  Instant recordedAt;

  @Column(precision = 10, scale = 3, nullable = false)
  BigDecimal value;

  float quality;
}

@Entity
@Table(name = "predictions")
class Prediction {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "prediction_ids")
  @SequenceGenerator(name = "prediction_ids", sequenceName = "prediction_ids", initialValue = 100, allocationSize = 20)
  Long id;

  @ManyToOne Machine machine;

  @Column(precision = 5, scale = 4)
  BigDecimal failureProbability;

  @Lob String explanation;
  byte[] features;
  @Transient String scratch;
  static String CONSTANT;
  transient int temporary;
}

@Entity
@Table(name = "users")
class User {
  @Id
  @GeneratedValue
  Long id;

  @Column(unique = true)
  String email;

  @Embedded Address home;

  @Embedded
  @AttributeOverride(name = "city", column = @Column(name = "work_city", length = 60))
  @AttributeOverride(name = "street", column = @Column(name = "work_street"))
  @AttributeOverride(name = "floor", column = @Column(name = "work_floor"))
  Address work;

  @ManyToMany(mappedBy = "operators")
  Set<Machine> machines;

  @OneToOne(mappedBy = "user")
  Profile profile;
}

@Embeddable
class Address {
  String street;
  @Column(length = 80) String city;
  int floor;
}

@Entity
class Profile {
  @Id Long id;

  @MapsId
  @OneToOne(optional = false)
  User user;

  @Column(length = 2000) String biography;
}

@Entity
@Table(name = "maintenance_records")
class MaintenanceRecord {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @ManyToOne
  @JoinColumn(name = "machine_id", nullable = false)
  Machine machine;

  @ManyToOne
  @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
  User technician;

  @OneToOne Prediction cause;

  @OneToMany
  @JoinColumn(name = "record_id")
  List<Attachment> attachments;

  @OneToMany List<Photo> photos;

  @ElementCollection
  @OrderColumn
  List<String> steps;
}

@Entity
class Attachment {
  @Id @GeneratedValue Integer id;
  String fileName;
}

@Entity
class Photo {
  @Id @GeneratedValue Integer id;
}
