package dev.retort.migrate;

import dev.retort.operation.RecordedOperation;
import dev.retort.problem.Problem;
import java.util.List;

/** What is said beside a problem of statements that were sent together: which they may be. */
final class BatchProblems {

  /** More are counted. */
  private static final int NAMED = 5;

  private BatchProblems() {}

  /** The same problem, where it may be one of these operations of the revision. */
  static Problem oneOf(Problem problem, List<RecordedOperation> operations) {
    if (operations.isEmpty()) {
      return problem;
    }
    StringBuilder named = new StringBuilder();
    for (RecordedOperation each : operations.subList(0, Math.min(NAMED, operations.size()))) {
      named
          .append(each.source())
          .append(", ")
          .append(RevisionProblems.described(each))
          .append("; ");
    }
    if (operations.size() > NAMED) {
      named.append(operations.size() - NAMED).append(" more; ");
    }
    return also(
        problem, " It was one of these, sent together: " + named + "the record of the revision.");
  }

  /** The same problem, where it may be one of the revisions before that share the transaction. */
  static Problem since(Problem problem, RecordedStep first) {
    return also(
        problem,
        " The statement may also be one of the revisions before it, from "
            + first.step().revision().id()
            + " on, which share its transaction and were rolled back with it.");
  }

  private static Problem also(Problem problem, String sentence) {
    return new Problem(problem.code(), problem.fact() + sentence, problem.fix());
  }
}
