package dev.retort.example.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A machine under observation. */
@Entity
@Table(
    name = "machines",
    uniqueConstraints = @UniqueConstraint(name = "uk_machines_code", columnNames = "code"),
    indexes = @Index(name = "ix_machines_location", columnList = "location"))
public class Machine extends Audited {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private int version;

  @Column(nullable = false, length = 50)
  private String code;

  @Column(name = "machine_type", nullable = false, length = 50)
  private String machineType;

  @Column(nullable = false, length = 100)
  private String location;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  private MachineStatus status;

  @Column(name = "maintenance_schedule", length = 100)
  private String maintenanceSchedule;

  @Column(name = "rated_power_kw", precision = 8, scale = 2)
  private BigDecimal ratedPowerKw;

  @Column(name = "commissioned_on")
  private LocalDate commissionedOn;

  @OneToMany(mappedBy = "machine")
  private Set<Sensor> sensors = new LinkedHashSet<>();

  @ManyToMany
  @JoinTable(
      name = "machine_users",
      joinColumns = @JoinColumn(name = "machine_id", nullable = false),
      inverseJoinColumns = @JoinColumn(name = "user_id", nullable = false),
      foreignKey = @ForeignKey(name = "fk_machine_users_machine"),
      inverseForeignKey = @ForeignKey(name = "fk_machine_users_user"),
      indexes = @Index(name = "ix_machine_users_user", columnList = "user_id"))
  private Set<User> responsible = new HashSet<>();

  @ElementCollection
  @CollectionTable(
      name = "machine_tags",
      joinColumns = @JoinColumn(name = "machine_id", nullable = false),
      foreignKey = @ForeignKey(name = "fk_machine_tags_machine"))
  @Column(name = "tag", nullable = false, length = 40)
  private Set<String> tags = new HashSet<>();

  protected Machine() {}

  public Machine(String code, String machineType, String location, MachineStatus status) {
    this.code = code;
    this.machineType = machineType;
    this.location = location;
    this.status = status;
  }

  public Long id() {
    return id;
  }

  /** Counts the changes to this row, for optimistic locking. */
  public int version() {
    return version;
  }

  /** The name on the machine, such as CNC-001; unique. */
  public String code() {
    return code;
  }

  public String machineType() {
    return machineType;
  }

  public String location() {
    return location;
  }

  public MachineStatus status() {
    return status;
  }

  public void changeStatus(MachineStatus newStatus) {
    status = newStatus;
  }

  /** When maintenance is due, in the words of the plant: {@code every 500 h}. */
  public Optional<String> maintenanceSchedule() {
    return Optional.ofNullable(maintenanceSchedule);
  }

  public void scheduleMaintenance(String schedule) {
    maintenanceSchedule = schedule;
  }

  public Optional<BigDecimal> ratedPowerKw() {
    return Optional.ofNullable(ratedPowerKw);
  }

  public Optional<LocalDate> commissionedOn() {
    return Optional.ofNullable(commissionedOn);
  }

  public void commission(LocalDate day, BigDecimal powerKw) {
    commissionedOn = day;
    ratedPowerKw = powerKw;
  }

  public Set<Sensor> sensors() {
    return sensors;
  }

  public Set<User> responsible() {
    return responsible;
  }

  public Set<String> tags() {
    return tags;
  }
}
