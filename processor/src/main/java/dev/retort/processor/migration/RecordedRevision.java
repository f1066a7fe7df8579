package dev.retort.processor.migration;

import dev.retort.operation.RecordedOperation;
import java.util.List;

/**
 * A revision and what its two methods record.
 *
 * @param declared the declaration
 * @param upgrade what {@code upgrade} records, in order
 * @param downgrade what {@code downgrade} records, in order
 */
public record RecordedRevision(
    DeclaredRevision declared, List<RecordedOperation> upgrade, List<RecordedOperation> downgrade) {

  public RecordedRevision {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }
}
