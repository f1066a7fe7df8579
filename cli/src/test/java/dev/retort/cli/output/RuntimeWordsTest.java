package dev.retort.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The runtime's messages as commands tell them; {@code -Dretort.rewrite=true} writes them anew. */
class RuntimeWordsTest {

  private static final Path BOOT = Path.of("../runtime/src/test/resources/messages/boot.txt");
  private static final Path TEXTS = Path.of("src/test/resources/messages/runtime.txt");
  private static final Pattern MESSAGE =
      Pattern.compile("\\[(RT\\d{3})\\] (.*?) Fix: (.*?)(?=\\n\\[RT|\\s*$)", Pattern.DOTALL);

  @Test
  void nameCommandsWhereTheRuntimeNamesJava() throws Exception {
    List<String> changed = new ArrayList<>();
    Matcher message = MESSAGE.matcher(Files.readString(BOOT));
    while (message.find()) {
      Problem told = new Problem(message.group(1), message.group(2), message.group(3));
      Problem said = RuntimeWords.of(told);
      if (!said.equals(told)) {
        changed.add(said.text());
      }
      assertThat(said.text())
          .doesNotContain("Retort.on(", "data source", " pool's")
          .doesNotContainPattern("\\bstamp\\(");
    }
    assertThat(changed).hasSizeGreaterThan(15);

    String texts = String.join("\n", changed) + "\n";
    if (Boolean.getBoolean("retort.rewrite")) {
      Files.writeString(TEXTS, texts);
    } else {
      assertThat(Files.readString(TEXTS)).isEqualTo(texts);
    }
  }

  /** So that a text that the runtime says otherwise from now on is seen here. */
  @Test
  void knowNoTextThatTheRuntimeDoesNotSay() throws Exception {
    String boot = Files.readString(BOOT);

    for (Pattern phrase : RuntimeWords.phrases()) {
      boolean said = boot.lines().anyMatch(line -> phrase.matcher(line).find());
      assertThat(said).as(phrase.pattern()).isTrue();
    }
  }
}
