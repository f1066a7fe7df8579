package dev.retort.cli.output;

import static java.util.Objects.requireNonNull;

import dev.retort.migrate.CredentialsRefusedException;
import dev.retort.migrate.DatabaseUnavailableException;
import dev.retort.migrate.MigrationFailedException;
import dev.retort.problem.RetortException;

/** How a process that ran a command ends. The numbers are a contract with scripts. */
public enum ExitCode {
  /** What was asked for is done, or there was nothing to do. */
  DONE(0, "done, or there was nothing to do"),

  /** {@code check}, {@code import} and {@code current --check-heads} look for differences. */
  DIFFERENCES(1, "`check`, `import` or `current --check-heads` found differences"),

  /** The command line itself is wrong. */
  USAGE(2, "wrong usage: the command, an option or a connection setting is not understood"),

  /** The command was understood and is not possible; the problem says why. */
  REFUSED(3, "refused; nothing was changed"),

  /** There is no connection to the database, or none any more. */
  UNREACHABLE(4, "the database is not reachable, or refuses the login"),

  /** A revision was begun and could not be finished. */
  FAILED(
      5,
      "a revision failed and was rolled back, as far as it runs in a transaction; those before it"
          + " stay applied"),

  /** Retort's own fault: as sysexits' EX_SOFTWARE. */
  INTERNAL(70, "an internal error of Retort");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = requireNonNull(meaning, "meaning");
  }

  /** The number that the process exits with. */
  public int code() {
    return code;
  }

  /** What it means, in a line of Markdown. */
  public String meaning() {
    return meaning;
  }

  /** How a process ends that met this. */
  public static ExitCode of(RetortException problem) {
    if (problem instanceof UsageException) {
      return USAGE;
    }
    if (problem instanceof DatabaseUnavailableException
        || problem instanceof CredentialsRefusedException) {
      return UNREACHABLE;
    }
    return problem instanceof MigrationFailedException ? FAILED : REFUSED;
  }
}
