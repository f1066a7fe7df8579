package shop;

import dev.retort.model.Partition;
import dev.retort.model.PartitionBy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "readings")
@PartitionBy(strategy = PartitionBy.Strategy.RANGE, columns = "recorded_at")
@Partition(name = "readings_rest", values = "DEFAULT")
public class Reading {
  @Id Long id;

  @Column(name = "recorded_at")
  java.time.Instant recordedAt;

  @Column(unique = true)
  String serial;
}
