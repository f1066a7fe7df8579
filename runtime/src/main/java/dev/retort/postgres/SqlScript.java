package dev.retort.postgres;

import dev.retort.operation.Backfill;
import dev.retort.operation.Operation;
import dev.retort.operation.RunStep;
import java.util.List;
import java.util.Optional;

/** Operations as a script that people read and psql runs. */
public final class SqlScript {

  private SqlScript() {}

  /**
   * The statements of the operations, each ended by a semicolon and a blank line. A step that is
   * Java code becomes a comment that says so.
   */
  public static String of(List<? extends Operation> operations) {
    StringBuilder script = new StringBuilder();
    for (Operation operation : operations) {
      if (operation instanceof RunStep step) {
        script.append(codeRuns(step)).append("\n\n");
      }
      remark(operation).ifPresent(line -> script.append(line).append('\n'));
      for (String statement : SqlRenderer.render(operation)) {
        script.append(terminated(statement.strip())).append("\n\n");
      }
    }
    return script.toString();
  }

  /** The comment line over what one revision does. */
  public static String heading(String direction, String revision, String message) {
    String title = message.isBlank() ? "" : ": " + oneLine(message);
    return "-- " + direction + " of revision " + revision + title + "\n";
  }

  /** What stands in the place of a step that is Java code: a comment. */
  public static String codeRuns(RunStep step) {
    return "-- Java code runs here: " + oneLine(step.label());
  }

  /** The comment line before an operation that does not run in its revision's transaction. */
  public static Optional<String> remark(Operation operation) {
    if (operation instanceof Backfill backfill) {
      return Optional.of(
          "-- Retort does this lot by lot, "
              + backfill.filling().batchSize()
              + (backfill.filling().batchSize() == 1 ? " row" : " rows")
              + " to a transaction:");
    }
    return operation.runsOutsideTransaction()
        ? Optional.of("-- outside a transaction:")
        : Optional.empty();
  }

  /** Text that cannot leave a comment. */
  public static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }

  /** On a line of its own where the last line has, or may have, a comment that would hide it. */
  private static String terminated(String statement) {
    if (statement.substring(statement.lastIndexOf('\n') + 1).contains("--")) {
      return statement + "\n;";
    }
    return statement.endsWith(";") ? statement : statement + ";";
  }
}
