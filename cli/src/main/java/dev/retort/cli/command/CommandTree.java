package dev.retort.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All commands, as picocli knows them. */
public final class CommandTree {

  /** The option that asks for JSON. */
  public static final String JSON = "--json";

  /** The option that asks for no colours. */
  public static final String NO_COLOR = "--no-color";

  /** The options that ask for no progress. */
  public static final List<String> QUIET = List.of("-q", "--quiet");

  private static final OptionSpec VERSION =
      OptionSpec.builder("-V", "--version")
          .versionHelp(true)
          .description("Tell the version, and exit.")
          .build();

  private CommandTree() {}

  /** A new tree; good for one command line. */
  public static CommandLine create() {
    CommandLine tree = new CommandLine(new RootCommand());
    tree.getCommandSpec().addOption(VERSION);
    addCommonOptions(tree.getCommandSpec());
    tree.getSubcommands().values().stream()
        .distinct()
        .map(CommandLine::getCommandSpec)
        .forEach(CommandTree::addCommonOptions);
    return tree
        // So that downgrade -1 has a target; see parse.
        .setUnmatchedOptionsArePositionalParams(true)
        .setExpandAtFiles(false)
        .setUsageHelpWidth(100)
        .setUsageHelpLongOptionsMaxWidth(28);
  }

  /** By builders, since no command reads them: they are looked for before a command is known. */
  private static void addCommonOptions(CommandSpec command) {
    if (!command.optionsMap().containsKey("--help")) {
      command.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Tell what can be written, and exit.")
              .build());
    }
    command.addOption(
        OptionSpec.builder(JSON)
            .description("Print one JSON document instead of text, also where something is wrong.")
            .build());
    command.addOption(
        OptionSpec.builder(NO_COLOR)
            .description("No colours on a terminal either; as does NO_COLOR in the environment.")
            .build());
    command.addOption(
        OptionSpec.builder(QUIET.toArray(String[]::new))
            .description("Tell no progress; the result and what is wrong are told.")
            .build());
  }

  /**
   * Reads a command line.
   *
   * @throws ParameterException if it is not understood
   */
  public static ParseResult parse(CommandLine tree, List<String> arguments) {
    ParseResult parsed = tree.parseArgs(arguments.toArray(String[]::new));
    ParseResult deepest = deepest(parsed);
    for (ArgSpec positional : deepest.matchedPositionals()) {
      for (String value : positional.originalStringValues()) {
        if (value.startsWith("-") && !value.matches("-\\d+")) {
          throw new ParameterException(
              deepest.commandSpec().commandLine(), Usage.unknownOption(value));
        }
      }
    }
    return parsed;
  }

  /** What the command itself was given; that of the tree where no command was named. */
  public static ParseResult deepest(ParseResult parsed) {
    ParseResult at = parsed;
    while (at.hasSubcommand()) {
      at = at.subcommand();
    }
    return at;
  }
}
