package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/** The application's revisions cannot be found: no registry, several, or a broken one. */
public final class RegistryException extends RetortException {

  private static final long serialVersionUID = 1L;

  public RegistryException(Problem problem, Throwable cause) {
    super(problem, cause);
  }
}
