package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the plugin's own problems; {@code -Dretort.rewrite=true} writes them anew. */
class PluginProblemsTest {

  private static final Path TEXTS = Path.of("src/test/resources/messages/plugin.txt");

  @Test
  void areTold() throws Exception {
    String texts =
        Stream.of(
                PluginProblems.noRuntime("stock", "0.1.0-SNAPSHOT"),
                PluginProblems.otherVersion("shop", "9.9", "0.1.0-SNAPSHOT"),
                PluginProblems.notCompiled("check"),
                PluginProblems.unknownProperty(
                    "upgrade", "retort.dryRun", Optional.of("retort.dry-run")),
                PluginProblems.unknownProperty("stamp", "retort.dry-run", Optional.empty()))
            .map(Problem::text)
            .collect(Collectors.joining("\n\n", "", "\n"));

    if (Boolean.getBoolean("retort.rewrite")) {
      Files.writeString(TEXTS, texts);
    } else {
      assertThat(Files.readString(TEXTS)).isEqualTo(texts);
    }
  }
}
