package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/**
 * A revision failed. It was rolled back whole, unless the problem is that it ended its transaction
 * itself (RT520) or that the connection was lost at its commit (RT514); the revisions before it
 * stay applied, and the next run goes on with it.
 */
public final class MigrationFailedException extends RetortException {

  private static final long serialVersionUID = 1L;

  private final String revision;

  MigrationFailedException(Problem problem, String revision, Throwable cause) {
    super(problem, cause);
    this.revision = revision;
  }

  /** The id of the revision that failed. */
  public String revision() {
    return revision;
  }
}
