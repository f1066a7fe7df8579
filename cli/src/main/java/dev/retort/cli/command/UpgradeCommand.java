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
    name = "upgrade",
    description = "Applies the revisions that the database has not, up to a target.")
final class UpgradeCommand implements Action {

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..1",
      defaultValue = "heads",
      description = {
        "head, heads, +N, a revision's id or the beginning of one, a branch's label, LABEL@head;",
        "by default heads. With --sql also FROM:TO."
      })
  private String target;

  @Option(
      names = "--sql",
      description =
          "Print a script that psql runs in place of this command; without a database, and from an"
              + " empty one where no FROM is given.")
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
      throw Usage.refused("--sql and --dry-run exclude each other", "upgrade");
    }
    if (sql) {
      Ranges.requireNoDatabase(target, "upgrade");
      return new Script("upgrade", connection.revisions(context, tag).upgradeSql(target));
    }
    Ranges.refuse(target, "upgrade");
    Retort retort = lock.on(connection.retort(context, tag));
    if (dryRun) {
      return new DryRunTold("upgrade", retort.dryRunUpgrade(target));
    }
    return Migrated.ofUpgrade(Watched.run(retort, context, watched -> watched.upgrade(target)));
  }
}
