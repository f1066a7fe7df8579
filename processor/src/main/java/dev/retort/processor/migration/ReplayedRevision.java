package dev.retort.processor.migration;

import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.revision.RevisionInfo;
import java.util.List;

/**
 * A revision in its place in the chain.
 *
 * @param recorded the revision and what it records
 * @param checksum its chain checksum
 * @param formerChecksums the chain checksums that it had before revisions were squashed
 */
public record ReplayedRevision(
    RecordedRevision recorded, String checksum, List<String> formerChecksums) {

  public ReplayedRevision {
    formerChecksums = List.copyOf(formerChecksums);
  }

  public DeclaredRevision declared() {
    return recorded.declared();
  }

  /** What the registry says of it. */
  public RevisionInfo info() {
    return new RevisionInfo(
        declared().id(),
        declared().downRevisions(),
        declared().message(),
        checksum,
        declared().irreversible(),
        declared().dependsOn(),
        declared().branchLabels(),
        declared().replaces(),
        formerChecksums,
        declared().timeouts());
  }

  public List<Operation> upgrade() {
    return recorded.upgrade().stream().map(RecordedOperation::operation).toList();
  }

  public List<Operation> downgrade() {
    return recorded.downgrade().stream().map(RecordedOperation::operation).toList();
  }
}
