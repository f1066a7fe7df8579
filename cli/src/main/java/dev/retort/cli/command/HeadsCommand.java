package dev.retort.cli.command;

import dev.retort.Revisions;
import dev.retort.cli.output.Result;
import dev.retort.cli.result.Listed;
import dev.retort.cli.result.RevisionViews;
import dev.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "heads", description = "Lists the revisions that no other follows.")
final class HeadsCommand implements Action {

  @Mixin private Verbosity verbosity = new Verbosity();

  @Option(
      names = "--resolve-dependencies",
      description = "Leave out those that another revision depends on.")
  private boolean resolveDependencies;

  @Mixin private RegistryOption registry = new RegistryOption();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    Revisions revisions = context.revisions(Optional.empty());
    Set<String> needed =
        resolveDependencies
            ? revisions.all().stream()
                .flatMap(each -> each.dependsOn().stream())
                .collect(Collectors.toSet())
            : Set.of();
    List<RevisionInfo> heads =
        revisions.heads().stream().filter(head -> !needed.contains(head.id())).toList();
    return new Listed(
        "heads", new RevisionViews(revisions, List.of()).of(heads), verbosity.isVerbose());
  }
}
