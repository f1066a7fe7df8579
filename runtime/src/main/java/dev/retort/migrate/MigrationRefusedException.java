package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/** The database or the target does not fit the application's revisions; nothing was changed. */
public final class MigrationRefusedException extends RetortException {

  private static final long serialVersionUID = 1L;

  MigrationRefusedException(Problem problem) {
    super(problem);
  }
}
