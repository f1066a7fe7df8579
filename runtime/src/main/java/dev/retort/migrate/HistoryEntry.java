package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of a database's migration history.
 *
 * @param revision the revision's id, or {@code base} where the database was stamped as empty
 * @param direction what was done with it
 * @param checksum the revision's chain checksum then
 * @param startedAt when its transaction began, by the server's clock
 * @param duration how long its statements took, by the server's clock; those of all revisions in
 *     its transaction where several share one
 * @param appliedBy the database user and the address that it came from
 * @param retortVersion the version of Retort that did it
 * @param tag what it was tagged with, such as a release
 */
public record HistoryEntry(
    String revision,
    Direction direction,
    String checksum,
    Instant startedAt,
    Duration duration,
    String appliedBy,
    String retortVersion,
    Optional<String> tag) {

  public HistoryEntry {
    requireNonNull(revision, "revision");
    requireNonNull(direction, "direction");
    requireNonNull(checksum, "checksum");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(duration, "duration");
    requireNonNull(appliedBy, "appliedBy");
    requireNonNull(retortVersion, "retortVersion");
    requireNonNull(tag, "tag");
  }
}
