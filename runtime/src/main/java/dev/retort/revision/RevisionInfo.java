package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What is known of a revision without loading its class.
 *
 * @param id the revision's id
 * @param downRevisions the ids of the revisions that it follows
 * @param message what it does, in a line; may be empty
 * @param checksum the chain checksum, which vouches for this revision and all that it follows
 * @param irreversible whether there is no way back past it
 */
public record RevisionInfo(
    String id, List<String> downRevisions, String message, String checksum, boolean irreversible)
    implements RevisionNode {

  /** A revision with a way back. */
  public RevisionInfo(String id, List<String> downRevisions, String message, String checksum) {
    this(id, downRevisions, message, checksum, false);
  }

  /** The same revision without a way back. */
  public RevisionInfo withoutWayBack() {
    return new RevisionInfo(id, downRevisions, message, checksum, true);
  }

  public RevisionInfo {
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    requireNonNull(message, "message");
    requireNonNull(checksum, "checksum");
  }
}
