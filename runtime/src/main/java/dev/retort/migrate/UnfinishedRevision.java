package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static java.util.Objects.requireNonNull;

import dev.retort.canonical.ChainChecksum;
import dev.retort.operation.RecordedOperation;
import java.util.List;
import java.util.Optional;

/**
 * A revision that was begun and has not ended: one of those that run in several transactions,
 * because some of their operations run outside any. The next migration finishes it first.
 *
 * @param revision the revision's id
 * @param direction {@link Direction#UPGRADE} or {@link Direction#DOWNGRADE}
 * @param done how many of its operations have been done
 * @param checksum what vouches for these
 * @param reached how far the operation after them has come; empty if that is not known
 */
public record UnfinishedRevision(
    String revision, Direction direction, int done, String checksum, Optional<String> reached) {

  public UnfinishedRevision {
    requireNonNull(revision, "revision");
    requireNonNull(direction, "direction");
    requireNonNull(checksum, "checksum");
    requireNonNull(reached, "reached");
  }

  /**
   * A step that has come so far.
   *
   * @param done how many of its operations are done
   * @param reached how far the next one has come
   */
  static UnfinishedRevision of(RecordedStep recorded, int done, Reached reached) {
    MigrationStep step = recorded.step();
    return new UnfinishedRevision(
        step.revision().id(),
        step.direction(),
        done,
        checksum(step, recorded.operations().subList(0, done)),
        reached.equals(Reached.NOTHING) ? Optional.empty() : Optional.of(reached.text()));
  }

  /** What vouches for operations of a revision that are done. */
  static String checksum(MigrationStep step, List<RecordedOperation> done) {
    return ChainChecksum.of(
        List.of(), step.revision().id(), done.stream().map(RecordedOperation::operation).toList());
  }

  /**
   * The statement that takes back that a step was begun of which nothing is done: a revision that
   * was to be left is a head again.
   *
   * @param index what is recorded where an index was begun that is as it was before
   */
  static String forget(Bookkeeping.Tables tables, MigrationStep step, Optional<Reached> index) {
    String change =
        step.direction() == Direction.UPGRADE
            ? "DELETE FROM " + tables.version()
            : "UPDATE "
                + tables.version()
                + " SET checksum = "
                + literal(step.revision().checksum())
                + ", direction = NULL, done = NULL, reached = NULL";
    return change
        + " WHERE revision = "
        + literal(step.revision().id())
        + " AND direction = "
        + literal(step.direction().word())
        + " AND done = 0 AND (reached IS NULL"
        + (index.isPresent() ? " OR reached = " + literal(index.get().text()) : "")
        + ") AND pg_catalog.pg_backend_pid() = "
        + tables.serverProcess();
  }
}
