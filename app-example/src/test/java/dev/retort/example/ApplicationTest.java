package dev.retort.example;

import static dev.retort.example.ApplicationProcess.addressOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application as a process: what it prints, how it ends. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ApplicationTest {

  private static final long SECONDS_TO_END = 240;

  @TempDir private Path directory;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void kill() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void fourProcessesComeUpAtOnceOnAnEmptyDatabase() throws Exception {
    TestDatabase database = TestDatabase.create();
    for (int i = 0; i < 4; i++) {
      start("out" + i, addressOf(database), "--self-check");
    }

    List<String> everything = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      assertThat(exitOf(processes.get(i))).as(printed("out" + i)).isZero();
      assertThat(printed("out" + i)).contains("check      passed");
      everything.addAll(printed("out" + i).lines().toList());
    }
    assertThat(everything).filteredOn(line -> line.startsWith("applied")).hasSize(3);
  }

  @Test
  void saysInOneParagraphThatThereIsNoDatabase() throws Exception {
    Process process =
        start("out", Map.of("DB_HOST", "localhost", "DB_PORT", "1", "DB_PASSWORD", "secret"));

    assertThat(exitOf(process)).isEqualTo(1);
    assertThat(printed("out").lines())
        .hasSize(2)
        .first()
        .isEqualTo("database   localhost:1/aurumai");
    assertThat(printed("out").lines().skip(1).findFirst())
        .hasValueSatisfying(
            line -> assertThat(line).startsWith("[RT").contains("Fix: ").doesNotContain("secret"));
  }

  @Test
  void stopsWhenItIsTold() throws Exception {
    Process process = start("out", addressOf(TestDatabase.create()));
    while (process.isAlive() && !printed("out").contains("serving")) {
      Thread.sleep(100);
    }
    assertThat(printed("out")).contains("serving    http://localhost:");

    process.destroy();

    exitOf(process);
    assertThat(printed("out").lines()).last().isEqualTo("stopping");
  }

  private Process start(String output, Map<String, String> settings, String... args)
      throws IOException {
    ProcessBuilder builder =
        ApplicationProcess.builder(System.getProperty("java.class.path"), settings, args);
    builder.directory(directory.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(directory.resolve(output).toFile());
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private String printed(String output) throws IOException {
    return Files.readString(directory.resolve(output));
  }

  private static int exitOf(Process process) throws InterruptedException {
    assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).as("ends in time").isTrue();
    return process.exitValue();
  }
}
