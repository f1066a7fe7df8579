package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.command.CommandTree;
import dev.retort.maven.PluginDescriptor.Goal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every command is a goal, and every option of a command a parameter of its goal. */
class GoalsTest {

  /** What the build knows, what Maven has, what says nothing, and what Maven must not print. */
  private static final Set<String> WITHOUT_PARAMETER =
      Set.of(
          "source-root",
          "class-path",
          "option",
          "pom",
          "help",
          "no-color",
          "quiet",
          "autogenerate",
          "url",
          "password");

  /** What a command takes without an option, and what only a goal needs. */
  private static final Set<String> WITHOUT_OPTION = Set.of("target", "tool", "skip");

  @Test
  void areTheCommands() throws Exception {
    Map<String, CommandLine> commands = CommandTree.create().getSubcommands();
    Set<String> expected = new TreeSet<>();
    commands.values().forEach(command -> expected.add(command.getCommandName()));
    expected.remove("help");

    Map<String, Goal> goals = PluginDescriptor.goals();

    assertThat(goals.keySet()).isEqualTo(expected);
    for (Goal goal : goals.values()) {
      Set<String> options = new TreeSet<>();
      CommandLine command = commands.get(goal.name());
      for (OptionSpec option : command.getCommandSpec().options()) {
        options.add(option.longestName().substring(2));
      }
      options.removeAll(WITHOUT_PARAMETER);
      Set<String> parameters = new TreeSet<>();
      goal.settings().forEach(each -> parameters.add(each.property().substring(7)));
      // An address and a password are properties, and no parameters that Maven prints.
      Set<String> properties = new TreeSet<>(GoalProperties.of(goal.name()));
      properties.removeAll(Set.of("retort.url", "retort.password"));
      assertThat(properties)
          .as("properties of " + goal.name())
          .isEqualTo(
              goal.settings().stream()
                  .map(PluginDescriptor.Setting::property)
                  .collect(Collectors.toSet()));
      assertThat(parameters.contains("target"))
          .as("target of " + goal.name())
          .isEqualTo(!command.getCommandSpec().positionalParameters().isEmpty());
      parameters.removeAll(WITHOUT_OPTION);

      assertThat(parameters).as(goal.name()).isEqualTo(options);
    }
  }

  /** What compiles by the build has the registry; what the build would fail for does not. */
  @Test
  void compileFirstUnlessTheyWorkOnSources() throws Exception {
    Set<String> onSources = Set.of("revision", "merge", "check", "edit", "init", "squash");

    for (Goal goal : PluginDescriptor.goals().values()) {
      assertThat(goal.phase())
          .as(goal.name())
          .isEqualTo(onSources.contains(goal.name()) ? "generate-sources" : "process-classes");
    }
  }
}
