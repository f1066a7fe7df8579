package dev.retort.migrate;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import java.util.List;

/** A step with what its revision recorded for it. */
record RecordedStep(MigrationStep step, List<RecordedOperation> operations) {

  RecordedStep {
    operations = List.copyOf(operations);
  }

  /** Whether SQL or code of the revision's author is run, which may do anything to the session. */
  boolean runsForeignCode() {
    return runsSteps()
        || operations.stream().anyMatch(each -> each.operation() instanceof ExecuteSql);
  }

  boolean runsSteps() {
    return operations.stream().anyMatch(each -> each.operation() instanceof RunStep);
  }
}
