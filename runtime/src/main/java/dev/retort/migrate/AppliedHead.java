package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

/**
 * A revision that a database is at.
 *
 * @param revision the revision's id
 * @param checksum its chain checksum when it was applied, which vouches for all that it follows
 */
public record AppliedHead(String revision, String checksum) {

  public AppliedHead {
    requireNonNull(revision, "revision");
    requireNonNull(checksum, "checksum");
  }
}
