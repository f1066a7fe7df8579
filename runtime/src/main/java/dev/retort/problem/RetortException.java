package dev.retort.problem;

/** Everything that Retort refuses or fails at run time. Its message is {@link Problem#text()}. */
public class RetortException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public RetortException(Problem problem) {
    this(problem, null);
  }

  /** An exception with its cause, which may be null. */
  public RetortException(Problem problem, Throwable cause) {
    super(problem.text(), cause);
    this.problem = problem;
  }

  /** What is wrong; null only on an instance that was deserialized. */
  public Problem problem() {
    return problem;
  }
}
