package dev.retort.migrate;

import dev.retort.canonical.ChainChecksum;
import dev.retort.operation.Backfill;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.problem.Problem;
import dev.retort.revision.CompiledUpgrade;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has revisions record what they do, and refuses what must not be run; all of a path before any of
 * it is run, so that a refusal leaves the database as it was. Upgrades of which the registry has
 * the statements are not asked before one of these fails.
 */
final class StepRecorder {

  private final RevisionRegistry registry;
  private final Map<String, String> checksums = new HashMap<>();

  StepRecorder(RevisionRegistry registry, List<RevisionInfo> revisions) {
    this.registry = registry;
    for (RevisionInfo revision : revisions) {
      checksums.put(revision.id(), revision.checksum());
    }
  }

  /**
   * The steps with their operations.
   *
   * @param unfinished the revision that was begun and has not ended, if there is one
   * @throws MigrationFailedException if a revision throws
   * @throws MigrationRefusedException if an upgrade is not what its checksum vouches for, or a
   *     downgrade takes nothing back
   */
  List<RecordedStep> record(List<MigrationStep> steps, Optional<UnfinishedRevision> unfinished) {
    return record(steps, unfinished, /* mayBeCompiled= */ false);
  }

  /**
   * The steps as they are to be run: like {@link #record}, but no revision is asked for what the
   * registry has statements for. Those are what its checksum vouches for, as both were written by
   * the same compilation.
   */
  List<RecordedStep> prepare(List<MigrationStep> steps, Optional<UnfinishedRevision> unfinished) {
    return record(steps, unfinished, /* mayBeCompiled= */ true);
  }

  /** The same step with its operations. */
  RecordedStep recorded(RecordedStep prepared) {
    return prepared.compiled().isPresent()
        ? new RecordedStep(prepared.step(), operations(prepared.step()))
        : prepared;
  }

  private List<RecordedStep> record(
      List<MigrationStep> steps, Optional<UnfinishedRevision> unfinished, boolean mayBeCompiled) {
    List<RecordedStep> recorded = new ArrayList<>();
    for (MigrationStep step : steps) {
      Optional<UnfinishedRevision> begun =
          recorded.isEmpty() && step.direction().runs() ? unfinished : Optional.empty();
      Optional<CompiledUpgrade> compiled =
          mayBeCompiled && begun.isEmpty() && step.direction() == Direction.UPGRADE
              ? registry.compiledUpgrade(step.revision().id())
              : Optional.empty();
      recorded.add(
          compiled.isPresent()
              ? new RecordedStep(step, compiled.get())
              : new RecordedStep(step, operations(step, begun), begun));
    }
    return recorded;
  }

  private List<RecordedOperation> operations(
      MigrationStep step, Optional<UnfinishedRevision> begun) {
    List<RecordedOperation> operations = operations(step);
    if (begun.isPresent()) {
      requireSame(step, operations, begun.get());
    }
    return operations;
  }

  /** What follows the operations that are done may have been changed since. */
  private static void requireSame(
      MigrationStep step, List<RecordedOperation> operations, UnfinishedRevision begun) {
    boolean same =
        begun.done() <= operations.size()
            && UnfinishedRevision.checksum(step, operations.subList(0, begun.done()))
                .equals(begun.checksum());
    if (!same) {
      throw Failures.refused(RevisionProblems.begunOtherwise(step, begun, operations.size()));
    }
  }

  private List<RecordedOperation> operations(MigrationStep step) {
    return switch (step.direction()) {
      case STAMP, REPAIR -> List.of();
      case UPGRADE -> upgrade(step);
      case DOWNGRADE -> downgrade(step);
    };
  }

  private List<RecordedOperation> upgrade(MigrationStep step) {
    List<RecordedOperation> operations = record(step, Direction.UPGRADE);
    RevisionInfo revision = step.revision();
    List<String> before = new ArrayList<>();
    for (String id : revision.prerequisites()) {
      before.add(checksums.get(id));
    }
    List<Operation> bare = new ArrayList<>(operations.size());
    for (RecordedOperation each : operations) {
      bare.add(each.operation());
    }
    String checksum = ChainChecksum.of(before, revision.id(), bare);
    if (!checksum.equals(revision.checksum())) {
      throw Failures.refused(RevisionProblems.recordsOtherwise(step, operations));
    }
    return operations;
  }

  private List<RecordedOperation> downgrade(MigrationStep step) {
    List<RecordedOperation> operations = record(step, Direction.DOWNGRADE);
    if (operations.isEmpty() && hasWayBack(record(step, Direction.UPGRADE))) {
      throw Failures.refused(RevisionProblems.noWayBack(step));
    }
    return operations;
  }

  /**
   * What a column held before a backfill is not known, so that there is nothing to write for it.
   */
  private static boolean hasWayBack(List<RecordedOperation> upgrade) {
    return upgrade.stream().anyMatch(each -> !(each.operation() instanceof Backfill));
  }

  private List<RecordedOperation> record(MigrationStep step, Direction way) {
    try {
      Revision revision = registry.create(step.revision().id());
      return Operations.record(way == Direction.UPGRADE ? revision::upgrade : revision::downgrade);
    } catch (RuntimeException | LinkageError e) {
      Problem problem = RevisionProblems.recordingFailed(step, e);
      throw new MigrationFailedException(problem, step.revision().id(), Secrets.strip(e));
    }
  }
}
