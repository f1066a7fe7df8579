package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {

  private final List<String> logged = new ArrayList<>();
  private final Telling telling = new Telling(logged::add);

  @Test
  void logsWholeLinesAndKeepsTheProblem() {
    try (PrintWriter err = new PrintWriter(new Lines(telling))) {
      err.print("upgrade 1 of 2: 698c");
      err.flush();
      assertThat(logged).isEmpty();
      err.print(" (3 ms)\r\nupgrade 2 of 2: 3f2a (1 ms)\n");
      assertThat(telling.problem()).isEmpty();
      err.print("[RT501] No registry. Fix: add\n<path>\nupgrade");
    }

    assertThat(logged)
        .containsExactly("upgrade 1 of 2: 698c (3 ms)", "upgrade 2 of 2: 3f2a (1 ms)");
    assertThat(telling.problem()).isEqualTo("[RT501] No registry. Fix: add\n<path>\nupgrade");
  }

  @Test
  void keepsWhatACompilationSaidForTheEnd() {
    try (PrintWriter err = new PrintWriter(new Lines(telling))) {
      err.print("src/main/java/shop/A.java:[3,5] cannot find symbol\n  symbol: class B\n");
      err.print("shop.steps.Merge: [RT104] The revisions have 2 heads. Fix: merge.\n");
      err.print("upgrade 1 of 1: 698c (3 ms)\n  indented\n");
      err.print("[RT603] The project does not compile. Fix: correct it.\n");
    }

    assertThat(telling.places())
        .containsExactly(
            "src/main/java/shop/A.java:[3,5] cannot find symbol",
            "  symbol: class B",
            "shop.steps.Merge: [RT104] The revisions have 2 heads. Fix: merge.");
    assertThat(logged).containsExactly("upgrade 1 of 1: 698c (3 ms)", "  indented");
    assertThat(telling.problem()).startsWith("[RT603]");
  }
}
