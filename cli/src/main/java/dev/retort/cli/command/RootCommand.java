package dev.retort.cli.command;

import dev.retort.migrate.RetortVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command that all others belong to */
@Command(
    name = "retort",
    description = "Migrates PostgreSQL databases by the revisions of a Java application.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = RootCommand.Version.class,
    subcommands = {
      UpgradeCommand.class,
      DowngradeCommand.class,
      CurrentCommand.class,
      HistoryCommand.class,
      HeadsCommand.class,
      BranchesCommand.class,
      ShowCommand.class,
      StampCommand.class,
      InitCommand.class,
      RevisionCommand.class,
      MergeCommand.class,
      SquashCommand.class,
      CheckCommand.class,
      EditCommand.class,
      EnsureVersionCommand.class,
      RepairCommand.class,
      ImportCommand.class,
      HelpCommand.class
    })
final class RootCommand {

  /** The version of the runtime, which is that of the commands. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"retort " + RetortVersion.running()};
    }
  }
}
