package dev.retort.cli.command;

import picocli.CommandLine.Option;

/** The option of commands that show revisions. */
final class Verbosity {

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell all that is known of each revision.")
  private boolean verbose;

  boolean isVerbose() {
    return verbose;
  }
}
