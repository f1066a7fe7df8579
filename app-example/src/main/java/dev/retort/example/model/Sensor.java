package dev.retort.example.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;

/** A sensor on a machine. */
@Entity
@Table(
    name = "sensors",
    uniqueConstraints =
        @UniqueConstraint(
            name = "uk_sensors_machine_name",
            columnNames = {"machine_id", "name"}))
public class Sensor extends Audited {

  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "machine_id",
      nullable = false,
      foreignKey = @ForeignKey(name = "fk_sensors_machine"))
  private Machine machine;

  @Column(nullable = false, length = 100)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  private SensorKind kind;

  @Column(nullable = false, length = 16)
  private String unit;

  @Embedded private OperatingRange range;

  protected Sensor() {}

  public Sensor(Machine machine, String name, SensorKind kind, String unit, OperatingRange range) {
    this.machine = machine;
    this.name = name;
    this.kind = kind;
    this.unit = unit;
    this.range = range;
  }

  public UUID id() {
    return id;
  }

  public Machine machine() {
    return machine;
  }

  public String name() {
    return name;
  }

  public SensorKind kind() {
    return kind;
  }

  public String unit() {
    return unit;
  }

  public OperatingRange range() {
    return range;
  }
}
