package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.maven.PluginDescriptor.Goal;
import dev.retort.maven.PluginDescriptor.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/maven-plugin.md tells the goals as they are; {@code -Dretort.rewrite=true} writes it. */
class GoalsPageTest {

  private static final Path PAGE = Path.of("../docs/maven-plugin.md");
  private static final String BEGIN = "<!-- goals: written by GoalsPageTest -->\n";
  private static final String END = "<!-- end of goals -->";

  @Test
  void tellsEveryGoalWithItsParameters() throws Exception {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).isGreaterThan(BEGIN.length());
    assertThat(end).isGreaterThanOrEqualTo(begin);

    String expected = page.substring(0, begin) + goals() + page.substring(end);

    if (Boolean.getBoolean("retort.rewrite")) {
      Files.writeString(PAGE, expected);
    } else {
      assertThat(page).isEqualTo(expected);
    }
  }

  private static String goals() throws Exception {
    StringBuilder text = new StringBuilder();
    for (Goal goal : PluginDescriptor.goals().values()) {
      text.append("\n### retort:")
          .append(goal.name())
          .append("\n\n")
          .append(goal.description())
          .append(" Runs `")
          .append(goal.phase())
          .append("` first.\n\n| property | meaning |\n|---|---|\n");
      for (Setting setting : goal.settings()) {
        text.append("| `").append(setting.property()).append("` | ").append(setting.description());
        if (setting.required()) {
          text.append(" Required.");
        }
        if (!setting.byDefault().isEmpty()) {
          text.append(" Default: `").append(setting.byDefault()).append("`.");
        }
        text.append(" |\n");
      }
    }
    return text.append('\n').toString();
  }
}
