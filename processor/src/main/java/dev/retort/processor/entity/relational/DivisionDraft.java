package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.schema.Partition;
import dev.retort.schema.PartitionStrategy;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * How the rows of a table are divided.
 *
 * @param strategy among partitions, by this strategy; or empty for a hypertable's chunks
 * @param columns the columns that decide it
 * @param partitions the partitions that are stated
 * @param chunkInterval the time that a chunk covers, where it is stated
 * @param origin the class that states it
 */
public record DivisionDraft(
    Optional<PartitionStrategy> strategy,
    List<Identifier> columns,
    List<Partition> partitions,
    Optional<String> chunkInterval,
    Element origin) {

  public DivisionDraft {
    columns = List.copyOf(columns);
    partitions = List.copyOf(partitions);
  }

  /** What states it, as messages call it. */
  String annotation() {
    return strategy.isPresent() ? "@PartitionBy" : "@Hypertable";
  }
}
