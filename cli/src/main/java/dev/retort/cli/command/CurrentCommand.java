package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.Revisions;
import dev.retort.cli.output.Result;
import dev.retort.cli.result.Current;
import dev.retort.cli.result.RevisionViews;
import dev.retort.migrate.AppliedHead;
import dev.retort.revision.RevisionInfo;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "current", description = "Tells which revision the database is at.")
final class CurrentCommand implements Action {

  @Mixin private Verbosity verbosity = new Verbosity();

  @Option(
      names = {"-c", "--check-heads"},
      description = "Exit with 1 unless the database is at all heads.")
  private boolean checkHeads;

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    Revisions revisions = connection.revisions(context);
    Retort retort = connection.retort(context);
    List<String> recorded = retort.current().stream().map(AppliedHead::revision).toList();
    RevisionViews views = new RevisionViews(revisions, List.of());
    List<Current.At> at = recorded.stream().map(id -> new Current.At(id, views.find(id))).toList();
    return new Current(
        at,
        verbosity.isVerbose(),
        checkHeads ? missing(revisions, recorded) : List.of(),
        context.words("retort upgrade heads"),
        Finishing.of(retort.unfinished(), revisions, context));
  }

  /** A head that another revision depends on is not recorded, but implied by that one. */
  private static List<String> missing(Revisions revisions, List<String> recorded) {
    List<String> needed =
        revisions.all().stream().flatMap(each -> each.dependsOn().stream()).toList();
    return revisions.heads().stream()
        .map(RevisionInfo::id)
        .filter(head -> !recorded.contains(head) && !needed.contains(head))
        .toList();
  }
}
