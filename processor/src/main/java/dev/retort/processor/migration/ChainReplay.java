package dev.retort.processor.migration;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.RecordedOperation;
import dev.retort.processor.diagnostic.OperationWords;
import dev.retort.processor.diagnostic.RevisionProblems;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds what the revisions record into a schema, in chain order, and proves the way back. */
final class ChainReplay {

  private final List<ReplayedRevision> replayed = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final ChainChecksums checksums = new ChainChecksums();
  private Schema schema = Schema.empty();
  private String newest = "";

  private ChainReplay() {}

  /**
   * Replays the chain. It ends at the first operation that cannot be made, since all that follows
   * would only repeat the complaint.
   *
   * @param chain the revisions, each after those that it follows
   */
  static Chain of(List<RecordedRevision> chain) {
    ChainReplay replay = new ChainReplay();
    for (RecordedRevision revision : chain) {
      if (!replay.upgrade(revision)) {
        return Chain.broken(replay.findings);
      }
    }
    return new Chain(replay.replayed, replay.schema, replay.findings);
  }

  private boolean upgrade(RecordedRevision revision) {
    Optional<Schema> after = fold(revision, "upgrade", revision.upgrade(), schema, newest);
    if (after.isEmpty()) {
      return false;
    }
    proveWayBack(revision, schema, after.get());
    DeclaredRevision declared = revision.declared();
    List<String> known = checksums.of(revision);
    replayed.add(new ReplayedRevision(revision, known.get(0), known.subList(1, known.size())));
    schema = after.get();
    newest = declared.id();
    return true;
  }

  private void proveWayBack(RecordedRevision revision, Schema before, Schema after) {
    if (revision.downgrade().isEmpty()) {
      return;
    }
    String id = revision.declared().id();
    if (revision.declared().irreversible()) {
      findings.add(
          Finding.error(
              RevisionProblems.irreversibleWithDowngrade(id, revision.downgrade().size()),
              revision.declared().element(),
              revision.declared().annotation(),
              RevisionCollector.value(revision.declared().annotation(), "irreversible")
                  .orElse(null)));
      return;
    }
    fold(revision, "downgrade", revision.downgrade(), after, id)
        .map(restored -> SchemaDiffer.diff(restored, before))
        .filter(missing -> !missing.isEmpty())
        .ifPresent(
            missing ->
                findings.add(
                    Finding.warning(
                        RevisionProblems.downgradeLeadsElsewhere(id, OperationWords.of(missing)),
                        revision.declared().element())));
  }

  private Optional<Schema> fold(
      RecordedRevision revision,
      String method,
      List<RecordedOperation> operations,
      Schema start,
      String startingAt) {
    Schema at = start;
    for (RecordedOperation recorded : operations) {
      try {
        at = recorded.operation().applyTo(at);
      } catch (IllegalArgumentException impossible) {
        findings.add(
            Finding.error(
                RevisionProblems.impossibleOperation(
                    revision.declared().id(),
                    OperationWords.of(recorded.operation()),
                    impossible.getMessage(),
                    method,
                    startingAt),
                revision.declared().element(),
                recorded.source().line()));
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }
}
