package dev.retort.cli.result;

import dev.retort.ImportResult;
import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.ExitCode;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the import of another tool's database.
 *
 * @param result what became of it
 */
public record Imported(ImportResult result) implements Result {

  @Override
  public ExitCode exitCode() {
    return result.imported() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }

  @Override
  public String text(Style style) {
    List<String> lines = new ArrayList<>();
    result.beyond().forEach(each -> lines.add("not compared: " + each));
    result.differences().forEach(each -> lines.add("the database needs: " + each.describe()));
    String tool = result.history().tool().title();
    List<String> at = result.history().at();
    String stopped = tool + (at.isEmpty() ? " has done nothing" : " stopped at " + Text.place(at));
    lines.add(
        result.imported()
            ? stopped
                + ". Recorded that the database is at "
                + Text.place(result.to())
                + "; no table was touched."
            : style.error(
                    "The database is not what the revisions make: "
                        + Text.count(result.differences().size(), "difference")
                        + ".")
                + " Nothing was recorded; "
                + stopped
                + ". Where the database is right, let the revisions make that; where they are, change"
                + " the database by hand. Then import again.");
    return Text.lines(lines);
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", "import")
        .with("tool", result.history().tool().word())
        .with("stoppedAt", Json.texts(result.history().at()))
        .with("imported", new Json.Flag(result.imported()))
        .with("to", Json.texts(result.to()))
        .with(
            "differences",
            Json.items(result.differences().stream().map(each -> Json.text(each.describe()))))
        .with("beyond", Json.texts(result.beyond()))
        .build();
  }
}
