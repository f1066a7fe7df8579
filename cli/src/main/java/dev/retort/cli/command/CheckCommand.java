package dev.retort.cli.command;

import dev.retort.DatabaseCheck;
import dev.retort.cli.output.Result;
import dev.retort.cli.project.Drafting;
import dev.retort.cli.project.Message;
import dev.retort.cli.result.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = {
      "Compares entities, migrations and the database.",
      "Replays the migrations, and compares what they make with the entities; and where anything",
      "says where a database is, compares that with what its revisions have made of it. Exits with 1",
      "and tells the differences unless all agree. Where entities and migrations differ, the",
      "database is not looked at."
    })
final class CheckCommand implements Action {

  @Option(names = "--no-sources", description = "Look at the database alone.")
  private boolean noSources;

  @Option(names = "--no-database", description = "Look at the sources alone.")
  private boolean noDatabase;

  @Option(
      names = "--ignore",
      paramLabel = "TABLE",
      description = "A table of the database that is none of Retort's; may be given several times.")
  private List<String> ignored = new ArrayList<>();

  @Mixin private ProjectOptions project = new ProjectOptions();

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    if (noSources && noDatabase) {
      throw Usage.refused("--no-sources and --no-database exclude each other", "check");
    }
    Optional<Drafting.Comparison> compared =
        noSources ? Optional.empty() : Optional.of(new Drafting(project.project(context)).check());
    Optional<List<Message>> sources = compared.map(each -> differences(each, context));
    boolean differ = sources.isPresent() && !sources.get().isEmpty();
    boolean looksAtDatabase = noSources || (!noDatabase && connection.isGiven(context));
    if (looksAtDatabase && !differ) {
      compared.flatMap(Drafting.Comparison::registry).ifPresent(context::requireCompiled);
    }
    Optional<DatabaseCheck> database =
        looksAtDatabase && !differ
            ? Optional.of(connection.retort(context).check(ignored.toArray(String[]::new)))
            : Optional.empty();
    return new Checked(
        sources,
        skipped(looksAtDatabase, differ),
        database,
        database.flatMap(
            check -> Finishing.of(check.unfinished(), connection.revisions(context), context)),
        context.words("retort upgrade heads"),
        context.words(Checked.WAY_ON));
  }

  private Optional<Checked.Skipped> skipped(boolean looksAtDatabase, boolean differ) {
    if (noDatabase) {
      return Optional.empty();
    }
    if (!looksAtDatabase) {
      return Optional.of(Checked.Skipped.NOT_NAMED);
    }
    return differ ? Optional.of(Checked.Skipped.SOURCES_DIFFER) : Optional.empty();
  }

  private static List<Message> differences(Drafting.Comparison compared, Context context) {
    return compared.differences().stream().map(each -> each.in(context.console().words())).toList();
  }
}
