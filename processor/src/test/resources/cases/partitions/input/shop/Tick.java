package shop;

import dev.retort.model.PartitionBy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Which partitions it has is for jobs to say: no drift. */
@Entity
@Table(name = "ticks")
@PartitionBy(strategy = PartitionBy.Strategy.HASH, columns = "id")
public class Tick {
  @Id Long id;
}
