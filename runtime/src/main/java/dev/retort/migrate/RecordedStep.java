package dev.retort.migrate;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.revision.CompiledUpgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step with what its revision recorded for it.
 *
 * @param operations what it recorded; empty where {@code compiled} says what they come to
 * @param begun how far an earlier migration has come with it; empty if none has begun
 * @param compiled the statements of its operations, none of which has been asked for
 */
record RecordedStep(
    MigrationStep step,
    List<RecordedOperation> operations,
    Optional<UnfinishedRevision> begun,
    Optional<CompiledUpgrade> compiled) {

  RecordedStep {
    operations = List.copyOf(operations);
  }

  /** A step that nobody has begun. */
  RecordedStep(MigrationStep step, List<RecordedOperation> operations) {
    this(step, operations, Optional.empty());
  }

  RecordedStep(
      MigrationStep step, List<RecordedOperation> operations, Optional<UnfinishedRevision> begun) {
    this(step, operations, begun, Optional.empty());
  }

  /** A step that nobody has begun, and whose revision has recorded nothing yet. */
  RecordedStep(MigrationStep step, CompiledUpgrade compiled) {
    this(step, List.of(), Optional.empty(), Optional.of(compiled));
  }

  /** How many of the operations have been done. */
  int done() {
    return begun.isPresent() ? begun.get().done() : 0;
  }

  /** The operations that have not been done. */
  List<RecordedOperation> remaining() {
    return operations.subList(done(), operations.size());
  }

  /** Some of the operations, as a step of their own. */
  RecordedStep part(int from, int to) {
    return new RecordedStep(step, operations.subList(from, to), begun);
  }

  /** Whether it takes several transactions, as some operations run outside any. */
  boolean inParts() {
    boolean inParts = begun.isPresent();
    for (RecordedOperation each : operations) {
      inParts = inParts || each.operation().runsOutsideTransaction();
    }
    return inParts;
  }

  /** Whether SQL or code of the revision's author is run, which may do anything to the session. */
  boolean runsForeignCode() {
    for (RecordedOperation each : operations) {
      if (each.operation() instanceof ExecuteSql) {
        return true;
      }
    }
    return runsSteps();
  }

  static List<MigrationStep> steps(List<RecordedStep> recorded) {
    List<MigrationStep> steps = new ArrayList<>();
    for (RecordedStep each : recorded) {
      steps.add(each.step());
    }
    return steps;
  }

  static boolean anyRunsForeignCode(List<RecordedStep> steps) {
    for (RecordedStep step : steps) {
      if (step.runsForeignCode()) {
        return true;
      }
    }
    return false;
  }

  static boolean anyRunsSteps(List<RecordedStep> steps) {
    for (RecordedStep step : steps) {
      if (step.runsSteps()) {
        return true;
      }
    }
    return false;
  }

  /** Whether code of the revision's author is run. */
  boolean runsSteps() {
    for (RecordedOperation each : operations) {
      if (each.operation() instanceof RunStep) {
        return true;
      }
    }
    return false;
  }
}
