package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.result.Migrated;
import dev.retort.cli.result.Script;
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

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context context) {
    if (sql) {
      return new Script("upgrade", connection.revisions(context).upgradeSql(target));
    }
    Ranges.refuse(target, "upgrade");
    return Migrated.ofUpgrade(
        Watched.run(connection.retort(context), context, retort -> retort.upgrade(target)));
  }
}
