package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.maven.MavenProjectCopy.Outcome;
import dev.retort.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/quick-start.md, done as it says: files are written, commands are typed, and what it shows
 * was printed.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class QuickStartTest {

  private static final Path PAGE = Path.of("../docs/quick-start.md");

  private static final Pattern STEP =
      Pattern.compile(
          "(?ms)^<!-- (file: (?<file>\\S+)|run|run, fails|printed) -->\\n```\\w*\\n(?<text>.*?)^```$");

  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{12}\\b");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  /** Maven works offline here, with the version that this build has. */
  private static final String RESOLVED =
      """
        <build>
          <pluginManagement>
            <plugins>
              <plugin>
                <artifactId>maven-resources-plugin</artifactId>
                <version>3.5.0</version>
              </plugin>
            </plugins>
          </pluginManagement>
      """;

  @TempDir private Path directory;

  @Test
  void leadsToAMigratedDatabase() throws Exception {
    TestDatabase database = TestDatabase.create();
    MavenProjectCopy project = MavenProjectCopy.empty(directory);
    Files.writeString(
        project.file(".env"),
        "DATABASE_URL=%s\nDB_USER=%s\nDB_PASSWORD=%s\n"
            .formatted(database.url(), database.user(), database.password()));
    Map<String, String> ids = new HashMap<>();
    String printed = "";
    int shown = 0;

    Matcher step = STEP.matcher(Files.readString(PAGE));
    while (step.find()) {
      String text = step.group("text");
      if (step.group("file") != null) {
        Path file = project.file(step.group("file"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace("  <build>\n", RESOLVED));
      } else if (step.group(1).equals("printed")) {
        requirePrinted(text, printed, ids);
        shown++;
      } else {
        for (String line : text.lines().toList()) {
          Outcome outcome = project.maven(Map.of(), words(line));
          assertThat(outcome.status() == 0)
              .as(line + "\n" + outcome.all())
              .isEqualTo(step.group(1).equals("run"));
          printed = outcome.all();
        }
      }
    }
    assertThat(shown).isGreaterThan(6);
  }

  /** Each line was printed; an id of the page stands for the same one wherever it stands. */
  private static void requirePrinted(String text, String printed, Map<String, String> ids) {
    for (String line : text.lines().toList()) {
      Matcher id = ID.matcher(line);
      List<String> unknown = new ArrayList<>();
      StringBuilder pattern = new StringBuilder();
      int end = 0;
      while (id.find()) {
        pattern.append(Pattern.quote(line.substring(end, id.start())));
        if (ids.containsKey(id.group())) {
          pattern.append(ids.get(id.group()));
        } else {
          unknown.add(id.group());
          pattern.append("([0-9a-f]{12})");
        }
        end = id.end();
      }
      Matcher seen = Pattern.compile(pattern + Pattern.quote(line.substring(end))).matcher(printed);
      assertThat(seen.find()).as(line + "\nis not in what was printed:\n" + printed).isTrue();
      for (int i = 0; i < unknown.size(); i++) {
        ids.put(unknown.get(i), seen.group(i + 1));
      }
    }
  }

  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group().replace("\"", ""));
    }
    assertThat(words.remove(0)).isEqualTo("mvn");
    return words.toArray(String[]::new);
  }
}
