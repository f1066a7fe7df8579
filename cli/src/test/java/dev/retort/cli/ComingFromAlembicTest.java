package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.command.CommandTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Each command and option of Alembic's is Retort's too, or its page says why it is not. */
class ComingFromAlembicTest {

  private static final Path LIST = Path.of("src/test/resources/alembic.txt");
  private static final Path PAGE = Path.of("../docs/coming-from-alembic.md");

  private final CommandLine tree = CommandTree.create();

  static List<String> commands() throws IOException {
    return Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#")).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everythingIsThereOrExplained(String line) throws IOException {
    List<String> words = List.of(line.split(" ", -1));
    String command = words.get(0);
    Optional<CommandSpec> ours = ours(command);

    if (ours.isEmpty()) {
      assertThat(explained(command)).as(command).isTrue();
    }
    for (String option : words.subList(1, words.size())) {
      boolean same = ours.isPresent() && ours.get().findOption(option) != null;
      assertThat(same || explained(command, option)).as(command + " " + option).isTrue();
    }
    if (!command.equals("alembic")) {
      assertThat(names(Files.readString(PAGE), command)).as(command).isTrue();
    }
  }

  private Optional<CommandSpec> ours(String command) {
    return command.equals("alembic")
        ? Optional.of(tree.getCommandSpec())
        : Optional.ofNullable(tree.getSubcommands().get(command.replace('_', '-')))
            .map(CommandLine::getCommandSpec);
  }

  /** Whether a row names all of them in its first cell, and a reason in its last. */
  private static boolean explained(String... names) throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split(" \\| ?", -1))
        .filter(cells -> cells.length >= 3 && cells[2].length() > 10)
        .anyMatch(cells -> Arrays.stream(names).allMatch(name -> names(cells[0], name)));
  }

  private static boolean names(String text, String name) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])").matcher(text).find();
  }
}
