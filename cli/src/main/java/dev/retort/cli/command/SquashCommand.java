package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.project.Squashing;
import dev.retort.cli.result.Squashed;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "squash",
    description = {
      "Puts one revision in place of many.",
      "It keeps the id of the last; databases that applied them are recognised, and new ones run it",
      "alone. Writes its source and deletes theirs, once it is proven that the schema is the same."
    })
final class SquashCommand implements Action {

  @Parameters(
      paramLabel = "FROM:TO",
      description = "The first and the last of them, both included; base for the beginning.")
  private String range;

  @Option(
      names = {"-m", "--message"},
      paramLabel = "MESSAGE",
      description = "What the revision does, in a line; by default it says how many it squashes.")
  private Optional<String> message = Optional.empty();

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Override
  public Result run(Context context) {
    NewRevision.requireSaid(message, "squash");
    Squashing.Outcome outcome = new Squashing(project.project(context)).squash(range, message);
    outcome.warnings().forEach(warning -> context.console().err().print(warning.shown() + "\n"));
    context.console().err().flush();
    return new Squashed(outcome.draft(), outcome.removed());
  }
}
