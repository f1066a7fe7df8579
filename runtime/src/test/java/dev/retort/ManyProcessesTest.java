package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.HistoryEntry;
import dev.retort.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyProcessesTest {

  private static final int PROCESSES = 4;
  private static final Pattern REPORT = Pattern.compile("applied (\\d+), now at \\[r19]");

  @Test
  void applyEachRevisionOnceAndAllComeUp() throws Exception {
    TestDatabase database = TestDatabase.create();
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(start(database));
      }
      List<BufferedReader> outputs = new ArrayList<>();
      for (Process process : processes) {
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("ready");
        outputs.add(output);
      }
      for (Process process : processes) {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
      }

      int applied = 0;
      for (int i = 0; i < PROCESSES; i++) {
        Matcher report = REPORT.matcher(String.valueOf(outputs.get(i).readLine()));
        assertThat(report.matches()).as("report of process %d", i).isTrue();
        applied += Integer.parseInt(report.group(1));
        assertThat(processes.get(i).waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(processes.get(i).exitValue()).isZero();
      }
      assertThat(applied).isEqualTo(BootProcess.REVISIONS);
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
    Retort retort = Retort.on(database.dataSource());
    assertThat(retort.history())
        .extracting(HistoryEntry::revision)
        .containsExactlyElementsOf(
            IntStream.range(0, BootProcess.REVISIONS).mapToObj(i -> "r" + i).toList());
    assertThat(retort.current()).extracting(AppliedHead::revision).containsExactly("r19");
  }

  private static Process start(TestDatabase database) throws IOException {
    // Surefire may hide the class path in a jar's manifest; then it says here what it was.
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.config.file="
                + System.getProperty("java.util.logging.config.file", ""),
            "-cp",
            classPath,
            BootProcess.class.getName(),
            database.url(),
            database.user(),
            database.password())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
