// Hibernate 7
package sets.newerannotations;

import jakarta.persistence.*;

/* what Jakarta Persistence 3.2 has added to annotations that were there before */
@Entity
@Table(
    name = "gauges",
    comment = "what is measured",
    check = @CheckConstraint(name = "in_range", constraint = "low < high"),
    uniqueConstraints = @UniqueConstraint(columnNames = {"low", "high"}, options = "deferrable"),
    indexes = @Index(columnList = "high", options = "where high > 0"))
class Gauge {
  @Id Long id;

  @Column(check = @CheckConstraint(constraint = "low >= 0"), comment = "the least")
  int low;

  int high;

  @Column(secondPrecision = 2)
  java.time.LocalDateTime read;

  @ManyToOne
  @JoinColumn(
      comment = "the same elsewhere",
      check = @CheckConstraint(constraint = "twin_id <> id"),
      foreignKey = @ForeignKey(name = "FK_TWIN", options = "deferrable initially deferred"))
  Gauge twin;
}
