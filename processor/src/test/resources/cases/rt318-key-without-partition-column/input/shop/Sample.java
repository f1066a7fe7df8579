package shop;

import dev.retort.model.Hypertable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

@Entity
@Table(indexes = @Index(name = "samples_by_name", columnList = "(lower(name))", unique = true))
@Hypertable(timeColumn = "taken", chunkInterval = "1 day")
public class Sample {
  @Id java.time.Instant taken;

  String name;
}
