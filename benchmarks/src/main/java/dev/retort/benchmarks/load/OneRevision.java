package dev.retort.benchmarks.load;

import dev.retort.canonical.ChainChecksum;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A registry of a single revision. */
record OneRevision(String id, Consumer<Operations> upgrade) implements RevisionRegistry {

  private String checksum() {
    List<Operation> operations =
        Operations.record(upgrade).stream().map(RecordedOperation::operation).toList();
    return ChainChecksum.of(List.of(), id, operations);
  }

  @Override
  public Map<String, String> heads() {
    return Map.of(id, checksum());
  }

  @Override
  public List<RevisionInfo> revisions() {
    return List.of(new RevisionInfo(id, List.of(), "change a busy table", checksum()));
  }

  @Override
  public Revision create(String revision) {
    return new Revision() {
      @Override
      public void upgrade(Operations op) {
        upgrade.accept(op);
      }

      @Override
      public void downgrade(Operations op) {}
    };
  }
}
