package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/**
 * The database or the target does not fit the application's revisions, or the session cannot write
 * (RT524); nothing was changed.
 */
public final class MigrationRefusedException extends RetortException {

  private static final long serialVersionUID = 1L;

  public MigrationRefusedException(Problem problem) {
    super(problem);
  }

  MigrationRefusedException(Problem problem, Throwable cause) {
    super(problem, cause);
  }
}
