package dev.retort.cli.output;

import dev.retort.migrate.AppliedRevision;
import dev.retort.migrate.BackfillProgress;
import dev.retort.migrate.Direction;
import dev.retort.migrate.LockRetry;
import dev.retort.migrate.MigrationListener;
import dev.retort.revision.RevisionInfo;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/**
 * Tells how far a migration is: one line that is rewritten on a terminal; elsewhere a line for each
 * revision, and for the rows of a long backfill. Good for one migration.
 */
public final class Progress implements MigrationListener {

  private static final String CLEAR_LINE = "\r\u001b[2K";

  /** How often a log is told how far a backfill is. */
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final Console console;
  private int total;
  private int begun;
  private int ended;
  private Direction direction = Direction.UPGRADE;
  private long told;

  public Progress(Console console) {
    this.console = console;
  }

  @Override
  public void waiting(List<String> holders) {
    String who = holders.isEmpty() ? "" : ", " + String.join("; ", holders);
    print("waiting for another process that is migrating" + who + "\n");
  }

  @Override
  public void planned(Direction direction, List<RevisionInfo> revisions) {
    total = revisions.size();
  }

  @Override
  public void started(Direction direction, RevisionInfo revision) {
    begun++;
    this.direction = direction;
    told = System.nanoTime();
    if (console.terminal()) {
      print(CLEAR_LINE + line(begun, revision.id(), revision.message()) + " …");
    }
  }

  @Override
  public void retrying(LockRetry retry) {
    String text =
        "revision "
            + retry.revision().id()
            + " is rolled back and tried again, attempt "
            + (retry.attempt() + 1)
            + " of "
            + retry.attempts()
            + ": "
            + retry.reason();
    print(console.terminal() ? CLEAR_LINE + text + "\n" : text + "\n");
  }

  @Override
  public void progressed(BackfillProgress progress) {
    String rows = progress.table() + ", " + progress.rows() + " rows";
    if (console.terminal()) {
      RevisionInfo revision = progress.revision();
      print(CLEAR_LINE + line(begun, revision.id(), revision.message()) + ": " + rows + " …");
    } else if (System.nanoTime() - told > BETWEEN_LINES.toNanos()) {
      told = System.nanoTime();
      print(rows + "\n");
    }
  }

  @Override
  public void finished(Direction direction, AppliedRevision revision) {
    // Those that share a transaction are all begun before the first of them is finished.
    ended++;
    String done =
        line(ended, revision.id(), revision.message())
            + " ("
            + revision.duration().toMillis()
            + " ms)";
    print(console.terminal() ? CLEAR_LINE + done + "\n" : done + "\n");
  }

  /** Ends the line of a revision that was begun and did not finish. */
  public void interrupted() {
    if (console.terminal() && begun > 0) {
      print("\n");
    }
  }

  private String line(int number, String id, String message) {
    String count = number + " of " + total;
    String what =
        switch (direction) {
          case UPGRADE -> "upgrade ";
          case DOWNGRADE -> "downgrade ";
          case STAMP -> "stamp ";
          case REPAIR -> "repair ";
        };
    return what + count + ": " + console.style().id(id) + (message.isEmpty() ? "" : " " + message);
  }

  private void print(String text) {
    if (console.quiet()) {
      return;
    }
    PrintWriter err = console.err();
    err.print(text);
    err.flush();
  }
}
