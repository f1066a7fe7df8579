package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A revision that was just run, up or down.
 *
 * @param id the revision's id
 * @param message what it does, in a line; may be empty
 * @param duration how long it took, its commit and any waiting for locks included; together with
 *     the other revisions of its transaction where several share one
 */
public record AppliedRevision(String id, String message, Duration duration) {

  public AppliedRevision {
    requireNonNull(id, "id");
    requireNonNull(message, "message");
    requireNonNull(duration, "duration");
  }
}
