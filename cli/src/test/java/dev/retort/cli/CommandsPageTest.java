package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.command.CommandTree;
import dev.retort.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code docs/commands.md} is made of the commands themselves and of a frame; {@code
 * -Dretort.rewrite=true} writes it anew.
 */
class CommandsPageTest {

  private static final Path PAGE = Path.of("../docs/commands.md");
  private static final Path FRAME = Path.of("src/test/resources/commands.md");
  private static final Set<String> COMMON = Set.of("--help", "--json", "--no-color", "--quiet");
  private static final Set<String> CONNECTION = Set.of("--url", "--user", "--password", "--schema");

  private final CommandLine tree = CommandTree.create();

  @Test
  void thePageIsThatOfTheCommands() throws IOException {
    String page =
        Files.readString(FRAME, UTF_8)
            .replace("{{exit codes}}", exitCodes())
            .replace("{{connection}}", options("upgrade", CONNECTION))
            .replace("{{common}}", options("upgrade", COMMON))
            .replace("{{commands}}", commands());

    if (Boolean.getBoolean("retort.rewrite")) {
      Files.writeString(PAGE, page, UTF_8);
    }
    assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(page);
  }

  @Test
  void everyCommandSaysWhatItIsFor() {
    commandSpecs()
        .forEach(
            command -> {
              assertThat(command.usageMessage().description()).as(command.name()).isNotEmpty();
              command
                  .args()
                  .forEach(
                      arg ->
                          assertThat(String.join(" ", arg.description()))
                              .as(command.name() + " " + arg.paramLabel())
                              .matches("[\\s\\S]+[.!]"));
            });
  }

  private static String exitCodes() {
    return "| code | meaning |\n|---|---|\n"
        + Arrays.stream(ExitCode.values())
            .map(each -> "| " + each.code() + " | " + each.meaning() + " |")
            .collect(joining("\n"));
  }

  private String commands() {
    return commandSpecs().map(CommandsPageTest::section).collect(joining("\n\n"));
  }

  private Stream<CommandSpec> commandSpecs() {
    return tree.getSubcommands().values().stream().map(CommandLine::getCommandSpec).distinct();
  }

  private static String section(CommandSpec command) {
    List<String> rows = new ArrayList<>();
    command.positionalParameters().forEach(arg -> rows.add(row(arg.paramLabel(), arg)));
    command.options().stream()
        .filter(option -> !isOneOf(option, COMMON) && !isOneOf(option, CONNECTION))
        .forEach(option -> rows.add(row(names(option), option)));
    boolean connects = command.optionsMap().containsKey("--url");
    return "### "
        + command.name()
        + "\n\n"
        + text(command.usageMessage().description())
        + (command.aliases().length == 0
            ? ""
            : " Also called `" + String.join("`, `", command.aliases()) + "`.")
        + "\n\n```\nretort "
        + command.name()
        + (command.options().isEmpty() ? "" : " [OPTIONS]")
        + command.positionalParameters().stream().map(CommandsPageTest::synopsis).collect(joining())
        + "\n```"
        + (rows.isEmpty() ? "" : "\n\n| | |\n|---|---|\n" + String.join("\n", rows))
        + (connects ? "\n\nAnd [where the database is](#where-the-database-is)." : "");
  }

  private static String synopsis(ArgSpec arg) {
    String label = arg.paramLabel() + (arg.arity().max() > 1 ? "…" : "");
    return arg.arity().min() == 0 ? " [" + label + "]" : " " + label;
  }

  private String options(String command, Set<String> names) {
    return "| option | |\n|---|---|\n"
        + tree.getSubcommands().get(command).getCommandSpec().options().stream()
            .filter(option -> isOneOf(option, names))
            .map(option -> row(names(option), option))
            .collect(joining("\n"));
  }

  private static boolean isOneOf(OptionSpec option, Set<String> names) {
    return names.contains(option.longestName());
  }

  private static String names(OptionSpec option) {
    return String.join("`, `", option.names())
        + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
  }

  private static String row(String name, ArgSpec arg) {
    return "| `" + name + "` | " + text(arg.description()) + " |";
  }

  private static String text(String[] lines) {
    return String.join(" ", lines).replace("%n", " ").strip().replace("|", "\\|");
  }
}
