package shop;

import dev.retort.model.Partition;
import dev.retort.model.PartitionBy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One partition comes, one goes, one gets other bounds. */
@Entity
@Table(name = "events")
@PartitionBy(strategy = PartitionBy.Strategy.LIST, columns = "kind")
@Partition(name = "events_a", values = "IN ('A', 'AA')")
@Partition(name = "events_b", values = "IN ('B')")
public class Event {
  @Id String kind;
}
