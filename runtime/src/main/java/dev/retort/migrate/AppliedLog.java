package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells operators what was done: the first revision at once, those that follow within a second
 * together, as a line for each can take longer than the revision. What may take long is to be
 * preceded by {@link #flush}.
 */
final class AppliedLog {

  private static final long PAUSE_NANOS = 1_000_000_000;

  private final Logger logger;
  private final String place;
  private final List<MigrationStep> untold = new ArrayList<>();
  private Duration untoldTook = Duration.ZERO;
  private long toldAt = System.nanoTime() - PAUSE_NANOS;

  /**
   * A log.
   *
   * @param schema the namespace of Retort's tables, which is told unless it is the usual one
   */
  AppliedLog(Logger logger, String schema) {
    this.logger = logger;
    this.place = place(schema);
  }

  /** What a line begins with: nothing for the usual schema. */
  static String place(String schema) {
    return schema.equals(MigrationSettings.DEFAULT.schema()) ? "" : "schema " + schema + ": ";
  }

  /** A step has come to its end. */
  void add(MigrationStep step, Duration took) {
    if (!untold.isEmpty() && untold.get(0).direction() != step.direction()) {
      flush();
    }
    untold.add(step);
    untoldTook = untoldTook.plus(took);
    if (System.nanoTime() - toldAt >= PAUSE_NANOS) {
      flush();
    }
  }

  /** Steps have come to their end in one transaction. */
  void add(List<MigrationStep> together, Duration took) {
    flush();
    tell(several(together, " in one transaction", took));
  }

  /** Tells what has not been told. */
  void flush() {
    if (!untold.isEmpty()) {
      tell(untold.size() == 1 ? one(untold.get(0), untoldTook) : several(untold, "", untoldTook));
      untold.clear();
      untoldTook = Duration.ZERO;
    }
  }

  private void tell(String line) {
    logger.log(Level.INFO, place + line);
    toldAt = System.nanoTime();
  }

  private static String one(MigrationStep step, Duration took) {
    RevisionInfo revision = step.revision();
    return step.direction().done()
        + " revision "
        + revision.id()
        + (revision.message().isEmpty() ? "" : " (" + revision.message() + ")")
        + " in "
        + took.toMillis()
        + " ms"
        + (step.direction() == Direction.STAMP && !step.removedHeads().isEmpty()
            ? "; it was recorded as " + String.join(", ", step.removedHeads())
            : "");
  }

  private static String several(List<MigrationStep> steps, String how, Duration took) {
    return steps.get(0).direction().done()
        + " "
        + steps.size()
        + " revisions"
        + how
        + ", "
        + steps.get(0).revision().id()
        + " to "
        + steps.get(steps.size() - 1).revision().id()
        + ", in "
        + took.toMillis()
        + " ms";
  }
}
