package dev.retort.cli.command;

import dev.retort.Revisions;
import dev.retort.cli.output.Result;
import dev.retort.cli.result.History;
import dev.retort.cli.result.RevisionViews;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    description = "Draws the revisions, newest first, with their branches and merges.")
final class HistoryCommand implements Action {

  @Mixin private Verbosity verbosity = new Verbosity();

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "FROM:TO",
      defaultValue = ":",
      description =
          "Only the revisions from one target to another, both included; -3:current counts from"
              + " where the database is.")
  private String range;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Look up and mark which of them the database is at.")
  private boolean indicateCurrent;

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    Revisions revisions = connection.revisions(context);
    List<String> current =
        indicateCurrent || Ranges.countsFromDatabase(range)
            ? connection.current(context)
            : List.of();
    RevisionViews views = new RevisionViews(revisions, indicateCurrent ? current : List.of());
    return new History(
        views.of(revisions.at(current).history(range)),
        verbosity.isVerbose(),
        indicateCurrent,
        indicateCurrent
            ? current.stream().filter(id -> views.find(id).isEmpty()).toList()
            : List.of());
  }
}
