package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.project.Drafting;
import dev.retort.cli.result.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "check",
    description = {
      "Compares the entities with the migrations, and replays those; without a database.",
      "Exits with 1 and tells the differences unless all agree."
    })
final class CheckCommand implements Action {

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Override
  public Result run(Context context) {
    return new Checked(new Drafting(project.project(context)).check());
  }
}
