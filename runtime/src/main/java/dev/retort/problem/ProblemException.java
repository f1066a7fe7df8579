package dev.retort.problem;

/**
 * A way out of a decision that cannot be made; what is decided on catches it and tells the problem.
 * Cheap: it has no stack trace.
 */
public final class ProblemException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.text(), null, false, false);
    this.problem = problem;
  }

  /** What to tell people; null only on an instance that was deserialized. */
  public Problem problem() {
    return problem;
  }
}
