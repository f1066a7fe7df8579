package dev.retort.migrate;

import dev.retort.problem.Problem;

/**
 * Makes the exceptions that classes on the way of every boot throw. Where a class makes its own,
 * Java's verifier loads the exception's class with it; a boot that does not fail has no use for
 * that.
 */
final class Failures {

  private Failures() {}

  static RuntimeException refused(Problem problem) {
    return new MigrationRefusedException(problem);
  }

  static RuntimeException locked(Problem problem) {
    return new MigrationLockException(problem);
  }

  static RuntimeException bookkeeping(Problem problem) {
    return new BookkeepingException(problem, /* cause= */ null);
  }
}
