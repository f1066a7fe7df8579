package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    description = "Drafts a revision that merges several; refused where they conflict.")
final class MergeCommand implements Action {

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MESSAGE",
      description = "What the revision does, in a line; by default it names what it merges.")
  private Optional<String> message = Optional.empty();

  @Parameters(
      paramLabel = "REV",
      arity = "0..*",
      defaultValue = "heads",
      description = "What is merged; by default heads.")
  private List<String> revisions;

  @Mixin private NewRevision revision = new NewRevision();

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Override
  public Result run(Context context) {
    NewRevision.requireSaid(message, "merge");
    Map<String, String> request = new LinkedHashMap<>(revision.request());
    request.put("retort.merge", String.join(",", revisions));
    message.ifPresent(text -> request.put("retort.message", text));
    return Drafts.draft("merge", project.project(context), request, context);
  }
}
