package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/** The tables in which Retort keeps what it applied cannot be read, created or written. */
public final class BookkeepingException extends RetortException {

  private static final long serialVersionUID = 1L;

  BookkeepingException(Problem problem, Throwable cause) {
    super(problem, cause);
  }
}
