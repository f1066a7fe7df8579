package dev.retort.example.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {

  @Test
  void readsSettingsAndSkipsNotes() {
    assertThat(
            Environment.parse(
                List.of("# a note", "", "PORT=8001", " DB_NAME = plant ", "DB_PASSWORD='a=b c'")))
        .isEqualTo(Map.of("PORT", "8001", "DB_NAME", "plant", "DB_PASSWORD", "a=b c"));
  }

  @Test
  void namesTheLineThatIsNoSetting() {
    assertThatThrownBy(() -> Environment.parse(List.of("PORT=1", "secret")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("Line 2")
        .hasMessageNotContaining("secret");
  }

  @Test
  void prefersTheProcessToTheFile(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve(".env"), "PORT=1\nDB_HOST=h\n");

    assertThat(Environment.read(file, Map.of("PORT", "2")))
        .isEqualTo(Map.of("PORT", "2", "DB_HOST", "h"));
  }

  @Test
  void needsNoFile(@TempDir Path directory) {
    assertThat(Environment.read(directory.resolve(".env"), Map.of("PORT", "2")))
        .isEqualTo(Map.of("PORT", "2"));
  }

  @Test
  void readsTheSampleThatIsCommitted() throws IOException {
    Map<String, String> sample = Environment.parse(Files.readAllLines(Path.of(".env.sample")));

    assertThat(Settings.from(sample)).isEqualTo(Settings.from(Map.of("PORT", "8000")));
  }
}
