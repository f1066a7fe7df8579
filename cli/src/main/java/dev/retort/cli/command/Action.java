package dev.retort.cli.command;

import dev.retort.cli.output.Result;

/** What a command does once its options are read. */
public interface Action {

  /**
   * Does it.
   *
   * @throws dev.retort.problem.RetortException if it is refused or fails
   */
  Result run(Context context);
}
