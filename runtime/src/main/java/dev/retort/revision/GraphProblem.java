package dev.retort.revision;

import java.util.List;

/** What can be wrong with a set of revisions. */
public sealed interface GraphProblem {

  /** An id that is not of the form that {@link RevisionId} demands. */
  record MalformedId(String id) implements GraphProblem {}

  /** An id that several revisions bear. */
  record DuplicateId(String id) implements GraphProblem {}

  /** A revision that follows one that does not exist. */
  record MissingDownRevision(String id, String missing) implements GraphProblem {}

  /** A revision that depends on one that does not exist. */
  record MissingDependency(String id, String missing) implements GraphProblem {}

  /** A branch label that is not of the form that {@link RevisionId} demands, or is an id. */
  record MalformedLabel(String id, String label) implements GraphProblem {}

  /** A branch label that several revisions give. */
  record DuplicateLabel(String label, List<String> ids) implements GraphProblem {}

  /**
   * Revisions that follow, or depend on, each other in a circle.
   *
   * @param ids the circle, each revision followed by the one that it follows or depends on
   */
  record Cycle(List<String> ids) implements GraphProblem {}
}
