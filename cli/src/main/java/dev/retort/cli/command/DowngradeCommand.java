package dev.retort.cli.command;

import dev.retort.cli.output.Result;
import dev.retort.cli.result.Migrated;
import dev.retort.cli.result.Script;
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

  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Override
  public Result run(Context context) {
    if (sql) {
      return new Script("downgrade", connection.revisions(context).downgradeSql(target));
    }
    Ranges.refuse(target, "downgrade");
    return Migrated.ofDowngrade(
        Watched.run(connection.retort(context), context, retort -> retort.downgrade(target)));
  }
}
