package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoalWordsTest {

  private static final Path CLI = Path.of("../cli/src/test/resources");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "To apply: retort upgrade heads | To apply: mvn retort:upgrade -Dretort.target=heads",
        "retort downgrade -1. | mvn retort:downgrade -Dretort.target=-1.",
        "retort stamp --purge TARGET. | mvn retort:stamp -Dretort.purge=true -Dretort.target=TARGET.",
        "retort stamp b7d41e60c9f5. | mvn retort:stamp -Dretort.target=b7d41e60c9f5.",
        "retort revision -m \"Add x to y\" to write it | mvn retort:revision -Dretort.message=\"Add x to y\" to write it",
        "retort merge heads or retort merge ID ID. | mvn retort:merge -Dretort.target=heads or mvn retort:merge -Dretort.target=ID,ID.",
        "compare with retort check what differs | compare with mvn retort:check what differs",
        "retort upgrade without --sql, or | mvn retort:upgrade without -Dretort.sql=true, or",
        "EDITOR=vi retort edit REV. | EDITOR=vi mvn retort:edit -Dretort.target=REV.",
        "retort help lists the commands. | mvn retort:help lists the commands.",
        "retort help check tells | mvn retort:help -Ddetail=true -Dgoal=check tells",
        "retort help COMMAND tells | mvn retort:help -Ddetail=true tells",
        "Missing required parameter: 'TARGET'. | -Dretort.target is missing.",
        "Missing required parameter: 'TOOL'. | -Dretort.tool is missing.",
        "Missing required option: '--message=MESSAGE'. | -Dretort.message is missing.",
        "example --registry aurum.migrations.MigrationRegistry. | example -Dretort.registry=aurum.migrations.MigrationRegistry.",
        "give --lock-wait TIME. | give -Dretort.lock-wait=TIME.",
        "not changed: --apply writes | not changed: -Dretort.apply=true writes",
        "follows: --head stock@head or --head billing@head; or | follows: -Dretort.head=stock@head or -Dretort.head=billing@head; or",
        "--sql and --dry-run exclude each other | -Dretort.sql=true and -Dretort.dry-run=true exclude each other",
        "neither --url, nor DATABASE_URL | neither -Dretort.url, nor DATABASE_URL",
        "--url is no address | -Dretort.url is no address",
        "--url jdbc:postgresql://localhost:5432/NAME --user USER, with | -Dretort.url=jdbc:postgresql://localhost:5432/NAME -Dretort.user=USER, with",
        "--schema NAME; where | -Dretort.schema=NAME; where",
        "pass --source-root src/main/java. | pass -Aretort.sourceRoot=src/main/java.",
        "write --option retort.naming=jpa or --option retort.naming=spring, or | write -Aretort.naming=jpa or -Aretort.naming=spring, or",
        "the retort that is there -- and --nothing-else | the retort that is there -- and --nothing-else",
      })
  void areWhatIsTyped(String inShell, String inMaven) {
    assertThat(GoalWords.of(inShell)).isEqualTo(inMaven);
  }

  static List<Path> texts() throws IOException {
    try (Stream<Path> files = Files.walk(CLI)) {
      List<Path> texts = files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
      assertThat(texts).hasSizeGreaterThan(10);
      return texts;
    }
  }

  /** Each problem that a transcript of the commands shows, without what it repeats of the input. */
  @ParameterizedTest
  @MethodSource("texts")
  void leaveNothingOfTheShell(Path texts) throws IOException {
    for (String line : Files.readAllLines(texts)) {
      if (line.contains("[RT") && line.contains(" Fix: ") && !line.startsWith("{")) {
        String fix = line.substring(line.indexOf(" Fix: "));
        assertThat(GoalWords.of(fix))
            .doesNotContainPattern("(?<!mvn )\\bretort (?!help\\b)[a-z]+\\b(?! in\\b)")
            .doesNotContainPattern("(?<![\\w-])--[a-z]");
      }
    }
  }

  @Test
  void doNotTouchWhatNamesNoCommand() {
    String text =
        "Revision b7 (Add -- to retort_version) failed: ERROR: column \"head\" is not there";

    assertThat(GoalWords.of(text)).isEqualTo(text);
  }
}
