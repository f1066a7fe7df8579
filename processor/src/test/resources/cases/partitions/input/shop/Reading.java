package shop;

import dev.retort.model.Partition;
import dev.retort.model.PartitionBy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** To be partitioned. */
@Entity
@Table(name = "readings")
@PartitionBy(strategy = PartitionBy.Strategy.RANGE, columns = "id")
@Partition(name = "readings_rest", values = "DEFAULT")
public class Reading {
  @Id Long id;

  String value;
}
