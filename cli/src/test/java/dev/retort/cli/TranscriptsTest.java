package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.testing.Documents;
import dev.retort.cli.testing.Transcript;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command against a real PostgreSQL, as transcripts show it; {@code -Dretort.rewrite=true}
 * writes them anew.
 */
class TranscriptsTest {

  private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

  @TempDir private Path directory;

  static List<String> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(n -> n.endsWith(".txt"))
              .sorted()
              .toList();
      assertThat(names).hasSizeGreaterThan(6);
      return names;
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void commandsPrintWhatTheTranscriptShows(String name) throws IOException {
    Path file = TRANSCRIPTS.resolve(name);
    String expected = Files.readString(file, UTF_8);
    Transcript transcript = new Transcript(TestDatabase.create(), directory);

    String seen = transcript.runAgain(expected);

    for (String document : transcript.documents()) {
      assertThat(Documents.problems(document)).as(document).isEmpty();
      assertThat(document).as("one document on one line").endsWith("}\n").doesNotContain("}\n{");
    }
    assertThat(transcript.printed()).as("what looks like a password").doesNotContain("secret");
    if (Boolean.getBoolean("retort.rewrite")) {
      Files.writeString(file, seen, UTF_8);
    } else {
      assertThat(seen).isEqualTo(expected);
    }
  }
}
