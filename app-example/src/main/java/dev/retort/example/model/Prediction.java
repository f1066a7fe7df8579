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
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What a model expects of a machine. */
@Entity
@Table(
    name = "predictions",
    indexes = @Index(name = "ix_predictions_machine_time", columnList = "machine_id, predicted_at"))
public class Prediction {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "machine_id",
      nullable = false,
      foreignKey = @ForeignKey(name = "fk_predictions_machine"))
  private Machine machine;

  @Column(name = "predicted_at", nullable = false)
  private Instant predictedAt;

  @Column(name = "risk_score", nullable = false, precision = 5, scale = 4)
  private BigDecimal riskScore;

  @Column(name = "failure_probability", nullable = false, precision = 5, scale = 4)
  private BigDecimal failureProbability;

  @Column(name = "hours_to_maintenance", nullable = false)
  private int hoursToMaintenance;

  @Column(name = "failure_type", length = 100)
  private String failureType;

  private Double confidence;

  @Column(name = "model_version", nullable = false, length = 50)
  private String modelVersion;

  protected Prediction() {}

  /**
   * A prediction without a named failure.
   *
   * @param riskScore from 0 to 1
   * @param failureProbability from 0 to 1
   */
  public Prediction(
      Machine machine,
      Instant predictedAt,
      BigDecimal riskScore,
      BigDecimal failureProbability,
      int hoursToMaintenance,
      String modelVersion) {
    this.machine = machine;
    this.predictedAt = predictedAt;
    this.riskScore = riskScore;
    this.failureProbability = failureProbability;
    this.hoursToMaintenance = hoursToMaintenance;
    this.modelVersion = modelVersion;
  }

  /** Names the failure that is expected, and how sure the model is, from 0 to 1. */
  public Prediction of(String expectedFailure, double sureness) {
    failureType = expectedFailure;
    confidence = sureness;
    return this;
  }

  public Long id() {
    return id;
  }

  public Machine machine() {
    return machine;
  }

  public Instant predictedAt() {
    return predictedAt;
  }

  public BigDecimal riskScore() {
    return riskScore;
  }

  public BigDecimal failureProbability() {
    return failureProbability;
  }

  public int hoursToMaintenance() {
    return hoursToMaintenance;
  }

  public Optional<String> failureType() {
    return Optional.ofNullable(failureType);
  }

  public Optional<Double> confidence() {
    return Optional.ofNullable(confidence);
  }

  public String modelVersion() {
    return modelVersion;
  }
}
