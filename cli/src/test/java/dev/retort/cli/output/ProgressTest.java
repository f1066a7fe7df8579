package dev.retort.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migrate.Direction;
import dev.retort.migrate.LockRetry;
import dev.retort.revision.RevisionInfo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final RevisionInfo REVISION =
      new RevisionInfo("3f2a9c1b04de", List.of(), "Create sensors", "1:00");
  private static final LockRetry RETRY =
      new LockRetry(REVISION, 1, 10, "[SQLSTATE 55P03] ERROR: canceling statement.");
  private static final String TOLD =
      "revision 3f2a9c1b04de is rolled back and tried again, attempt 2 of 10: [SQLSTATE 55P03]"
          + " ERROR: canceling statement.\n";

  private final StringWriter err = new StringWriter();

  @Test
  void whatIsTriedAgainIsTold() {
    progress(/* terminal= */ false, /* quiet= */ false).retrying(RETRY);

    assertThat(err.toString()).isEqualTo(TOLD);
  }

  @Test
  void onATerminalItTakesTheLineOfTheRevision() {
    Progress progress = progress(/* terminal= */ true, /* quiet= */ false);
    progress.planned(Direction.UPGRADE, List.of(REVISION));
    progress.started(Direction.UPGRADE, REVISION);
    progress.retrying(RETRY);

    assertThat(err.toString())
        .endsWith("upgrade 1 of 1: 3f2a9c1b04de Create sensors …\r\u001b[2K" + TOLD);
  }

  @Test
  void quietSaysNothing() {
    progress(/* terminal= */ false, /* quiet= */ true).retrying(RETRY);

    assertThat(err.toString()).isEmpty();
  }

  private Progress progress(boolean terminal, boolean quiet) {
    PrintWriter out = new PrintWriter(new StringWriter());
    return new Progress(
        new Console(
            out,
            new PrintWriter(err),
            terminal,
            Style.PLAIN,
            /* json= */ false,
            quiet,
            UnaryOperator.identity()));
  }
}
