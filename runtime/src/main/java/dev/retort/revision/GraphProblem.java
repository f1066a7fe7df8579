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

  /**
   * Revisions that follow each other in a circle.
   *
   * @param ids the circle, each revision followed by the one that it follows
   */
  record Cycle(List<String> ids) implements GraphProblem {}
}
