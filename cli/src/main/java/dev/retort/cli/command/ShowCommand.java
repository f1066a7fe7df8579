package dev.retort.cli.command;

import dev.retort.Revisions;
import dev.retort.cli.output.Result;
import dev.retort.cli.result.Listed;
import dev.retort.cli.result.RevisionViews;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Tells all that is known of a revision.")
final class ShowCommand implements Action {

  @Parameters(
      paramLabel = "REV",
      description =
          "The revision's id or the beginning of one, head, heads, LABEL@head; current, -1 and the"
              + " like count from where the database is, which is looked up for that.")
  private String target;

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    Revisions revisions = connection.revisions(context);
    List<String> current =
        Ranges.countsFromDatabase(target) ? connection.current(context) : List.of();
    return new Listed(
        "show",
        new RevisionViews(revisions, List.of()).of(revisions.at(current).find(target)),
        true);
  }
}
