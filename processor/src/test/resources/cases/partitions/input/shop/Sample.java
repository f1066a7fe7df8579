package shop;

import dev.retort.model.Hypertable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** To be a hypertable. */
@Entity
@Table(name = "samples")
@Hypertable(timeColumn = "taken", chunkInterval = "1 day")
public class Sample {
  @Id java.time.Instant taken;
}
