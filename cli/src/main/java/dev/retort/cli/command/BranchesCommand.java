package dev.retort.cli.command;

import dev.retort.Revisions;
import dev.retort.cli.output.Result;
import dev.retort.cli.result.Branched;
import dev.retort.cli.result.RevisionView;
import dev.retort.cli.result.RevisionViews;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "branches", description = "Lists the revisions that several others follow.")
final class BranchesCommand implements Action {

  @Mixin private Verbosity verbosity = new Verbosity();

  @Mixin private RegistryOption registry = new RegistryOption();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    Revisions revisions = context.revisions(Optional.empty());
    RevisionViews views = new RevisionViews(revisions, List.of());
    List<Branched.Point> points =
        views.of(revisions.branchPoints()).stream().map(point -> point(point, views)).toList();
    return new Branched(points, verbosity.isVerbose());
  }

  private static Branched.Point point(RevisionView revision, RevisionViews views) {
    return new Branched.Point(
        revision, revision.followers().stream().flatMap(id -> views.find(id).stream()).toList());
  }
}
