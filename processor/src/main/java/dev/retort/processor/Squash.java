package dev.retort.processor;

import dev.retort.canonical.CanonicalForm;
import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.Backfill;
import dev.retort.operation.BulkDelete;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.BulkUpdate;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.MoveRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RunStep;
import dev.retort.problem.ProblemException;
import dev.retort.processor.diagnostic.OperationWords;
import dev.retort.processor.diagnostic.SquashProblems;
import dev.retort.processor.generate.DraftedOperation;
import dev.retort.processor.generate.RevisionDraft;
import dev.retort.processor.generate.RevisionNaming;
import dev.retort.processor.generate.SchemaDraft;
import dev.retort.processor.migration.Chain;
import dev.retort.processor.migration.ReplayedRevision;
import dev.retort.processor.migration.SquashRange;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Drafts the revision that stands in place of several. It does what they do, one after another; and
 * where nothing was there before them, and they hold no rows, it makes at once what they end with.
 * The difference of two schemas will not do elsewhere: a table that was renamed would be dropped.
 */
final class Squash {

  private final SquashRange range;
  private final List<ReplayedRevision> revisions;
  private final Schema before;
  private final Schema after;

  private Squash(Chain chain, SquashRange range) throws ProblemException {
    this.range = range;
    Set<String> ids = new LinkedHashSet<>();
    range.revisions().forEach(each -> ids.add(each.id()));
    Set<String> needed = chain.graph().withAncestors(ids);
    needed.removeAll(ids);
    this.revisions = chosen(chain, ids);
    try {
      this.before = Operation.applyAll(operations(chosen(chain, needed)), Schema.empty());
      this.after = Operation.applyAll(operations(revisions), before);
    } catch (SchemaException impossible) {
      throw new ProblemException(SquashProblems.impossible(impossible.getMessage()));
    }
  }

  /**
   * The draft.
   *
   * @param chain a sound chain
   * @param range the revisions that it stands in place of
   * @param message what it does; made up if none is given
   * @param packageName its package
   * @param taken whether there is another class of that simple name in its package
   * @throws ProblemException if there is no such revision
   */
  static RevisionDraft of(
      Chain chain,
      SquashRange range,
      Optional<String> message,
      String packageName,
      Predicate<String> taken)
      throws ProblemException {
    return new Squash(chain, range).draft(message, packageName, taken);
  }

  private RevisionDraft draft(Optional<String> given, String packageName, Predicate<String> taken)
      throws ProblemException {
    requireSource();
    requireOneTransaction();
    ReplayedRevision last = revisions.get(revisions.size() - 1);
    String id = last.declared().id();
    String message = given.orElseGet(() -> "Squash " + revisions.size() + " revisions up to " + id);
    List<String> former = new ArrayList<>(List.of(last.checksum()));
    former.addAll(last.formerChecksums());
    RevisionDraft frame =
        new RevisionDraft(
                packageName,
                RevisionNaming.className(message, id, taken),
                id,
                range.downRevisions(),
                range.dependsOn(),
                range.branchLabels(),
                message,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                List.of(),
                List.of())
            .replacing(range.replaced(), former);
    RevisionDraft whole =
        isMadeAtOnce(frame) ? SchemaDraft.between(before, after, frame) : inOrder(frame);
    boolean noWayBack = revisions.stream().anyMatch(each -> each.declared().irreversible());
    return noWayBack ? whole.withoutWayBack() : whole;
  }

  /** Whether the schema alone tells what they do. */
  private boolean isMadeAtOnce(RevisionDraft frame) {
    if (!before.equals(Schema.empty())
        || operations(revisions).stream().anyMatch(Squash::isOfRows)) {
      return false;
    }
    List<Operation> upgrade =
        SchemaDraft.between(before, after, frame).upgrade().stream()
            .map(DraftedOperation::operation)
            .toList();
    Schema made = Operation.applyAll(upgrade, before);
    return SchemaDiffer.diff(made, after).isEmpty() && SchemaDiffer.diff(after, made).isEmpty();
  }

  /** The way back is whole, or there is none: one that takes back a part would deceive. */
  private RevisionDraft inOrder(RevisionDraft frame) {
    List<DraftedOperation> up = new ArrayList<>();
    List<DraftedOperation> down = new ArrayList<>();
    boolean wayBack = true;
    for (ReplayedRevision each : revisions) {
      up.addAll(drafted(each, each.upgrade()));
      down.addAll(0, drafted(each, each.downgrade()));
      wayBack &= each.upgrade().isEmpty() || !each.downgrade().isEmpty();
    }
    return frame.doing(up, wayBack ? down : List.of());
  }

  private static List<DraftedOperation> drafted(
      ReplayedRevision revision, List<Operation> operations) {
    List<DraftedOperation> drafted = new ArrayList<>();
    String message = revision.declared().message();
    for (Operation operation : operations) {
      drafted.add(
          new DraftedOperation(
              operation,
              drafted.isEmpty()
                  ? List.of(revision.declared().id() + (message.isEmpty() ? "" : ": " + message))
                  : List.of()));
    }
    return drafted;
  }

  private void requireSource() throws ProblemException {
    for (ReplayedRevision revision : revisions) {
      List<Operation> both = new ArrayList<>(revision.upgrade());
      both.addAll(revision.downgrade());
      for (Operation operation : both) {
        if (operation instanceof RunStep step) {
          throw new ProblemException(
              SquashProblems.runsCode(revision.declared().id(), step.label()));
        }
      }
    }
  }

  /** A label that is added to a type of an earlier revision is of no use in that transaction. */
  private void requireOneTransaction() throws ProblemException {
    List<Operation> all = operations(revisions);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof AddEnumValue add && before.enumTypes().containsKey(add.type())) {
        for (Operation later : all.subList(i + 1, all.size())) {
          if (CanonicalForm.of(later).contains(add.label())) {
            throw new ProblemException(
                SquashProblems.impossible(
                    "label '"
                        + add.label()
                        + "' of enum type "
                        + add.type()
                        + " is added, and used by what follows ("
                        + OperationWords.of(later)
                        + "); PostgreSQL does not allow that in one transaction"));
          }
        }
      }
    }
  }

  private static boolean isOfRows(Operation operation) {
    return operation instanceof ExecuteSql
        || operation instanceof BulkInsert
        || operation instanceof BulkUpdate
        || operation instanceof BulkDelete
        || operation instanceof MoveRows
        || operation instanceof Backfill
        || operation instanceof RunStep;
  }

  private static List<ReplayedRevision> chosen(Chain chain, Set<String> ids) {
    return chain.revisions().stream().filter(each -> ids.contains(each.declared().id())).toList();
  }

  private static List<Operation> operations(List<ReplayedRevision> revisions) {
    return revisions.stream().flatMap(each -> each.upgrade().stream()).toList();
  }
}
