package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/** The database refuses the user or the password, or lets the user not connect to it. */
public final class CredentialsRefusedException extends RetortException {

  private static final long serialVersionUID = 1L;

  CredentialsRefusedException(Problem problem, Throwable cause) {
    super(problem, cause);
  }
}
