package dev.retort.example.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** One value of a sensor's time series. Never changed once written. */
@Entity
@Table(
    name = "sensor_readings",
    indexes =
        @Index(name = "ix_sensor_readings_sensor_time", columnList = "sensor_id, recorded_at"))
public class SensorReading {

  /** From a sequence in blocks of 50: an identity column would forbid batches of inserts. */
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensor_readings_seq")
  @SequenceGenerator(
      name = "sensor_readings_seq",
      sequenceName = "sensor_readings_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "sensor_id",
      nullable = false,
      foreignKey = @ForeignKey(name = "fk_sensor_readings_sensor"))
  private Sensor sensor;

  @Column(name = "recorded_at", nullable = false)
  private Instant recordedAt;

  @Column(name = "measured_value", nullable = false, precision = 14, scale = 4)
  private BigDecimal measuredValue;

  protected SensorReading() {}

  public SensorReading(Sensor sensor, Instant recordedAt, BigDecimal measuredValue) {
    this.sensor = sensor;
    this.recordedAt = recordedAt;
    this.measuredValue = measuredValue;
  }

  public Long id() {
    return id;
  }

  public Sensor sensor() {
    return sensor;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public BigDecimal measuredValue() {
    return measuredValue;
  }
}
