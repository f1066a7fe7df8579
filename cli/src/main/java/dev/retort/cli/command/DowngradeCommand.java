package dev.retort.cli.command;

import dev.retort.Retort;
import dev.retort.cli.output.Result;
import dev.retort.cli.result.DryRunTold;
import dev.retort.cli.result.Migrated;
import dev.retort.cli.result.Script;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "downgrade",
    description = "Takes revisions back, newest first, until the database is at a target.")
final class DowngradeCommand implements Action {

  @Parameters(
      paramLabel = "TARGET",
      description =
          "base, -N, a revision's id or the beginning of one, LABEL@base. With --sql also FROM:TO.")
  private String target;

  @Option(
      names = "--sql",
      description =
          "Print a script that psql runs in place of this command; without a database, and from the"
              + " heads where no FROM is given.")
  private boolean sql;

  @Option(
      names = "--dry-run",
      description =
          "Tell the statements that would be run, and which tables they lock; run nothing.")
  private boolean dryRun;

  @Option(
      names = "--tag",
      paramLabel = "TEXT",
      description = "What the history is to hold beside each revision: a release, for example.")
  private Optional<String> tag = Optional.empty();

  @Mixin private LockOption lock = new LockOption();

  @Mixin private RegistryOption registry = new RegistryOption();

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context around) {
    Context context = registry.in(around);
    if (sql && dryRun) {
      throw Usage.refused("--sql and --dry-run exclude each other", "downgrade");
    }
    if (sql) {
      Ranges.requireNoDatabase(target, "downgrade");
      return new Script("downgrade", connection.revisions(context, tag).downgradeSql(target));
    }
    Ranges.refuse(target, "downgrade");
    Retort retort = lock.on(connection.retort(context, tag));
    if (dryRun) {
      return new DryRunTold("downgrade", retort.dryRunDowngrade(target));
    }
    return Migrated.ofDowngrade(Watched.run(retort, context, watched -> watched.downgrade(target)));
  }
}
