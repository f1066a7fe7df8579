package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import dev.retort.cli.project.Drafting.Draft;
import dev.retort.problem.Problem;
import java.util.Optional;

/**
 * A revision that was drafted, or that nothing was to be drafted.
 *
 * @param command the command
 * @param draft the revision; empty if there is none
 * @param reason why there is none, where there is none
 */
public record Drafted(String command, Optional<Draft> draft, Optional<Problem> reason)
    implements Result {

  /** Commands on compiled revisions do not see a source. */
  static final String COMPILE =
      "Next: compile the project (mvn compile, for example); until then other commands do not know it.\n";

  @Override
  public String text(Style style) {
    if (draft.isEmpty()) {
      return reason.map(Problem::fact).orElse("No revision was drafted.") + "\n";
    }
    Draft drafted = draft.get();
    return "Drafted revision "
        + style.id(drafted.id())
        + " in "
        + drafted.file()
        + "\n\n"
        + drafted.source().strip()
        + "\n\n"
        + sql(drafted.upgradeSql())
        + "\n"
        + sql(drafted.downgradeSql())
        + "\n"
        + COMPILE;
  }

  private static String sql(String script) {
    return script.isBlank() ? "" : script.strip() + "\n";
  }

  @Override
  public Json json() {
    MembersBuilder json =
        MembersBuilder.members()
            .with("command", command)
            .with("drafted", new Json.Flag(draft.isPresent()));
    draft.ifPresent(
        drafted ->
            json.with("revision", drafted.id())
                .with("file", drafted.file())
                .with("source", drafted.source())
                .with("upgradeSql", drafted.upgradeSql())
                .with("downgradeSql", drafted.downgradeSql()));
    reason.ifPresent(problem -> json.with("reason", problem.fact()));
    return json.build();
  }
}
