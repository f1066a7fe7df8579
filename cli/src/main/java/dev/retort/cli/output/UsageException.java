package dev.retort.cli.output;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;

/** What was typed, or what the environment says in its place, cannot be used. */
public final class UsageException extends RetortException {

  private static final long serialVersionUID = 1L;

  public UsageException(Problem problem) {
    super(problem);
  }
}
