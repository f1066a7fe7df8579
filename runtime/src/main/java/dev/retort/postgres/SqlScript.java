package dev.retort.postgres;

import dev.retort.operation.Operation;
import dev.retort.operation.RunStep;
import java.util.List;

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
