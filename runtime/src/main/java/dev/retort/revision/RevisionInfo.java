package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What is known of a revision without loading its class.
 *
 * @param id the revision's id
 * @param downRevisions the ids of the revisions that it follows
 * @param message what it does, in a line; may be empty
 * @param checksum the chain checksum, which vouches for this revision and all that it follows or
 *     depends on
 * @param irreversible whether there is no way back past it
 * @param dependsOn the ids of the revisions of other branches that must be applied before it
 * @param branchLabels the names that it gives to its branch
 */
public record RevisionInfo(
    String id,
    List<String> downRevisions,
    String message,
    String checksum,
    boolean irreversible,
    List<String> dependsOn,
    List<String> branchLabels)
    implements RevisionNode {

  /** A revision with a way back, on a branch without a name. */
  public RevisionInfo(String id, List<String> downRevisions, String message, String checksum) {
    this(id, downRevisions, message, checksum, false, List.of(), List.of());
  }

  /** The same revision without a way back. */
  public RevisionInfo withoutWayBack() {
    return new RevisionInfo(id, downRevisions, message, checksum, true, dependsOn, branchLabels);
  }

  /** The same revision, depending on these. */
  public RevisionInfo dependingOn(String... revisions) {
    return new RevisionInfo(
        id, downRevisions, message, checksum, irreversible, List.of(revisions), branchLabels);
  }

  /** The same revision, giving its branch these names. */
  public RevisionInfo labelled(String... labels) {
    return new RevisionInfo(
        id, downRevisions, message, checksum, irreversible, dependsOn, List.of(labels));
  }

  public RevisionInfo {
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    requireNonNull(message, "message");
    requireNonNull(checksum, "checksum");
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
  }
}
