package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.HistoryEntry;
import dev.retort.testing.TestDatabase;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManyProcessesTest {

  private static final int PROCESSES = 4;
  private static final Pattern REPORT = Pattern.compile("applied (\\d+), now at \\[r19]");

  @Test
  void applyEachRevisionOnceAndAllComeUp() throws Exception {
    TestDatabase database = TestDatabase.create();
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(CrashProcess.start(database, BootProcess.class));
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

  /** The case on which a lock that is waited for inside a transaction deadlocks. */
  @ParameterizedTest
  @ValueSource(strings = {"base", "b2"})
  void sixteenAtOnceBuildIndexesConcurrently(String from) throws Exception {
    TestDatabase database = TestDatabase.create();
    Retort retort = Retort.on(database.dataSource()).registry(CrashProcess.registry());
    if (!from.equals("base")) {
      retort.upgrade(from);
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<UpgradeResult>> starts = Collections.nCopies(16, retort::upgrade);
      List<String> applied = new ArrayList<>();
      for (Future<UpgradeResult> start : threads.invokeAll(starts)) {
        start.get().applied().forEach(each -> applied.add(each.id()));
      }

      assertThat(applied)
          .containsExactlyElementsOf(
              from.equals("base")
                  ? List.of("a1", "b2", "c3", "d4", "e5")
                  : List.of("c3", "d4", "e5"));
    } finally {
      threads.shutdownNow();
    }
    assertThat(database.text("SELECT count(*) FROM pg_index WHERE NOT indisvalid")).isEqualTo("0");
  }
}
