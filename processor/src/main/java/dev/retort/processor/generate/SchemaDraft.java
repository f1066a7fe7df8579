package dev.retort.processor.generate;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.List;

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

  /**
   * The draft with its operations.
   *
   * @param frame the draft without them
   */
  public static RevisionDraft between(Schema before, Schema after, RevisionDraft frame) {
    List<Operation> upgrade = SchemaDiffer.diff(before, after);
    List<Operation> downgrade =
        Inverses.of(upgrade, before).orElseGet(() -> SchemaDiffer.diff(after, before));
    return new RevisionDraft(
        frame.packageName(),
        frame.className(),
        frame.id(),
        frame.downRevisions(),
        frame.dependsOn(),
        frame.branchLabels(),
        frame.message(),
        frame.created(),
        DraftedOperations.ofUpgrade(upgrade, before),
        DraftedOperations.ofDowngrade(downgrade, after));
  }
}
