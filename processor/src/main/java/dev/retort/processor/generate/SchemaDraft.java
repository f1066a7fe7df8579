package dev.retort.processor.generate;

import dev.retort.canonical.Snapshot;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.processor.diagnostic.OperationWords;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.stream.Stream;

/** Drafts a revision that leads from one schema to another, whatever entities say. */
public final class SchemaDraft {

  private SchemaDraft() {}

  /**
   * The draft of a first revision, which makes all of a schema.
   *
   * @param frame the draft without its operations
   */
  public static RevisionDraft fromNothing(Schema schema, RevisionDraft frame) {
    return between(Schema.empty(), schema, frame);
  }

  /** What differs between the schemas of two snapshots, an operation each; none if nothing. */
  public static List<String> differences(Snapshot one, Snapshot other) {
    return Stream.concat(
            SchemaDiffer.diff(one.schema(), other.schema()).stream(),
            SchemaDiffer.diff(other.schema(), one.schema()).stream())
        .map(OperationWords::of)
        .toList();
  }

  /**
   * The draft with its operations.
   *
   * @param frame the draft without them
   */
  public static RevisionDraft between(Schema before, Schema after, RevisionDraft frame) {
    List<Operation> upgrade = SchemaDiffer.diff(before, after);
    List<Operation> downgrade =
        Inverses.of(upgrade, before).orElseGet(() -> SchemaDiffer.diff(after, before));
    return frame.doing(
        DraftedOperations.ofUpgrade(upgrade, before),
        DraftedOperations.ofDowngrade(downgrade, after));
  }
}
