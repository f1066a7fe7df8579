package dev.retort.revision;

import dev.retort.problem.Problem;

/** A target that means no revision, or may mean several. */
public final class TargetException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  TargetException(Problem problem) {
    super(problem.text(), null, false, false);
    this.problem = problem;
  }

  /** What to tell people. */
  public Problem problem() {
    return problem;
  }
}
