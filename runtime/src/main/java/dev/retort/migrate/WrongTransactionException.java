package dev.retort.migrate;

import dev.retort.problem.Problem;
import java.sql.SQLException;

/** A revision does not run in the transaction that was begun for it; it must not be run again. */
final class WrongTransactionException extends SQLException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  WrongTransactionException(Problem problem, Throwable cause) {
    super(problem.text(), cause);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
