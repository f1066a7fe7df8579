package shop;

import dev.retort.model.Partition;
import dev.retort.model.PartitionBy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@PartitionBy(strategy = PartitionBy.Strategy.LIST, columns = "kind")
@Partition(name = "plain_a", values = "VALUES ('a')")
public class Plain {
  @Id String kind;
}
