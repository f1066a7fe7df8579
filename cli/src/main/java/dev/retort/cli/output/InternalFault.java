package dev.retort.cli.output;

import dev.retort.migrate.Secrets;
import dev.retort.problem.Problem;
import dev.retort.problem.Sentence;

/** Tells of an exception that nothing should have thrown. */
public final class InternalFault {

  private InternalFault() {}

  public static Problem problem(Throwable thrown) {
    return new Problem(
        "RT609",
        "Retort met an error of its own: "
            + Sentence.of(Secrets.strip(thrown.getClass().getName() + ": " + thrown.getMessage())),
        "report it with the lines below and with what was typed, without passwords.");
  }

  /** Where it was thrown; the messages of what caused it are left out: they may hold secrets. */
  public static String trace(Throwable thrown) {
    StringBuilder trace = new StringBuilder();
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      trace.append(at == thrown ? "" : "caused by ").append(at.getClass().getName()).append('\n');
      for (StackTraceElement frame : at.getStackTrace()) {
        trace.append("    at ").append(frame).append('\n');
      }
    }
    return trace.toString();
  }
}
