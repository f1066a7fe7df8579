package dev.retort.cli.command;

import dev.retort.Revisions;
import dev.retort.cli.output.Result;
import dev.retort.cli.result.Listed;
import dev.retort.cli.result.RevisionViews;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "heads", description = "Lists the revisions that no other follows.")
final class HeadsCommand implements Action {

  @Mixin private Verbosity verbosity = new Verbosity();

  @Override
  public Result run(Context context) {
    Revisions revisions = context.revisions(Optional.empty());
    return new Listed(
        "heads",
        new RevisionViews(revisions, List.of()).of(revisions.heads()),
        verbosity.isVerbose());
  }
}
