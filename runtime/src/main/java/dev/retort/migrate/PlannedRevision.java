package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

import dev.retort.revision.RevisionInfo;
import java.util.List;

/**
 * A revision that would be run.
 *
 * @param revision the revision
 * @param direction what would be done with it
 * @param statements its statements in order, without a semicolon at their end; a comment in the
 *     place of each step that is Java code
 * @param locks the tables of the database that it would lock, by name
 * @param unknownLocks whether it has SQL or code of its own, whose locks are not among these
 */
public record PlannedRevision(
    RevisionInfo revision,
    Direction direction,
    List<String> statements,
    List<LockedTable> locks,
    boolean unknownLocks) {

  public PlannedRevision {
    requireNonNull(revision, "revision");
    requireNonNull(direction, "direction");
    statements = List.copyOf(statements);
    locks = List.copyOf(locks);
  }
}
