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
 */
public record RevisionInfo(String id, List<String> downRevisions, String message, String checksum)
    implements RevisionNode {

  public RevisionInfo {
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    requireNonNull(message, "message");
    requireNonNull(checksum, "checksum");
  }
}
