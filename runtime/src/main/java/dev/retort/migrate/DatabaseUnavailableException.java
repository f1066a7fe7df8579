package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/** There is no connection to the database, for whatever reason but the credentials. */
public final class DatabaseUnavailableException extends RetortException {

  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException(Problem problem, Throwable cause) {
    super(problem, cause);
  }
}
