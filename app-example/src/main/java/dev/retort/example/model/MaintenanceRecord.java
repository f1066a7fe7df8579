package dev.retort.example.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Maintenance that was done on a machine. */
@Entity
@Table(
    name = "maintenance_records",
    indexes = {
      @Index(name = "ix_maintenance_records_machine_time", columnList = "machine_id, performed_at"),
      @Index(name = "ix_maintenance_records_performed_by", columnList = "performed_by_id")
    })
public class MaintenanceRecord {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(
      name = "machine_id",
      nullable = false,
      foreignKey = @ForeignKey(name = "fk_maintenance_records_machine"))
  private Machine machine;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(
      name = "performed_by_id",
      foreignKey = @ForeignKey(name = "fk_maintenance_records_performed_by"))
  private User performedBy;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 20)
  private MaintenanceKind kind;

  @Column(name = "performed_at", nullable = false)
  private OffsetDateTime performedAt;

  /** In the plant's own time, as its calendar shows it. */
  @Column(name = "next_due_at")
  private LocalDateTime nextDueAt;

  @Column(nullable = false, precision = 12, scale = 2)
  private BigDecimal cost;

  @Column(length = 2000)
  private String notes;

  protected MaintenanceRecord() {}

  public MaintenanceRecord(
      Machine machine,
      User performedBy,
      MaintenanceKind kind,
      OffsetDateTime performedAt,
      BigDecimal cost) {
    this.machine = machine;
    this.performedBy = performedBy;
    this.kind = kind;
    this.performedAt = performedAt;
    this.cost = cost;
  }

  /** Says what was found, and when the machine is due again. */
  public MaintenanceRecord noting(String text, LocalDateTime due) {
    notes = text;
    nextDueAt = due;
    return this;
  }

  public Long id() {
    return id;
  }

  public Machine machine() {
    return machine;
  }

  /** Who did it; empty when an outside firm did. */
  public Optional<User> performedBy() {
    return Optional.ofNullable(performedBy);
  }

  public MaintenanceKind kind() {
    return kind;
  }

  public OffsetDateTime performedAt() {
    return performedAt;
  }

  public Optional<LocalDateTime> nextDueAt() {
    return Optional.ofNullable(nextDueAt);
  }

  public BigDecimal cost() {
    return cost;
  }

  public Optional<String> notes() {
    return Optional.ofNullable(notes);
  }
}
