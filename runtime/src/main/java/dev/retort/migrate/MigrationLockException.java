package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/**
 * Another process kept migrating the database for longer than this one was to wait, or the wait was
 * interrupted.
 */
public final class MigrationLockException extends RetortException {

  private static final long serialVersionUID = 1L;

  MigrationLockException(Problem problem) {
    super(problem);
  }

  /** The thread was interrupted while it waited for this (RT516). */
  public static MigrationLockException interrupted(String waitingFor) {
    return new MigrationLockException(MigrationProblems.interrupted(waitingFor));
  }
}
