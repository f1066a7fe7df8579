package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.ExitCode;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import dev.retort.cli.project.Message;
import dev.retort.problem.Problem;
import java.util.List;

/**
 * What entities and revisions disagree on.
 *
 * @param differences what Retort said of each; none if all agree
 */
public record Checked(List<Message> differences) implements Result {

  public Checked {
    differences = List.copyOf(differences);
  }

  @Override
  public ExitCode exitCode() {
    return differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }

  @Override
  public String text(Style style) {
    if (differences.isEmpty()) {
      return "The entities and the migrations agree.\n";
    }
    return Text.lines(differences.stream().map(Message::shown).toList())
        + style.error(Text.count(differences.size(), "difference") + ".")
        + "\n";
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", "check")
        .with("agree", new Json.Flag(differences.isEmpty()))
        .with("differences", Json.items(differences.stream().map(Checked::json)))
        .build();
  }

  private static Json json(Message message) {
    MembersBuilder json = MembersBuilder.members();
    if (message.problem().isPresent()) {
      Problem problem = message.problem().get();
      json.with("code", problem.code()).with("fact", problem.fact()).with("fix", problem.fix());
    }
    json.withUnlessEmpty("file", message.file());
    if (message.line() > 0) {
      json.with("line", Json.whole(message.line())).with("column", Json.whole(message.column()));
    }
    return json.build();
  }
}
