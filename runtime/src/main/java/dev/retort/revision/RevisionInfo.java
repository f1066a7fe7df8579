package dev.retort.revision;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
 * @param replaces the ids of the revisions that were squashed into it
 * @param formerChecksums the chain checksums that it, or what it follows, had before a squash
 * @param timeouts PostgreSQL's timeouts while it runs, where it says them
 */
public record RevisionInfo(
    String id,
    List<String> downRevisions,
    String message,
    String checksum,
    boolean irreversible,
    List<String> dependsOn,
    List<String> branchLabels,
    List<String> replaces,
    List<String> formerChecksums,
    Timeouts timeouts)
    implements RevisionNode {

  public RevisionInfo {
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    requireNonNull(message, "message");
    requireNonNull(checksum, "checksum");
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    replaces = List.copyOf(replaces);
    formerChecksums = List.copyOf(formerChecksums);
    requireNonNull(timeouts, "timeouts");
  }

  /** A revision that nothing was squashed into, with a history that nothing was squashed in. */
  public RevisionInfo(
      String id,
      List<String> downRevisions,
      String message,
      String checksum,
      boolean irreversible,
      List<String> dependsOn,
      List<String> branchLabels) {
    this(
        id,
        downRevisions,
        message,
        checksum,
        irreversible,
        dependsOn,
        branchLabels,
        List.of(),
        List.of(),
        Timeouts.NONE);
  }

  /** A revision with a way back, on a branch without a name. */
  public RevisionInfo(String id, List<String> downRevisions, String message, String checksum) {
    this(id, downRevisions, message, checksum, false, List.of(), List.of());
  }

  /** The same revision without a way back. */
  public RevisionInfo withoutWayBack() {
    return with(true, dependsOn, branchLabels, replaces, formerChecksums, timeouts);
  }

  /** The same revision, depending on these. */
  public RevisionInfo dependingOn(String... revisions) {
    return with(
        irreversible, List.of(revisions), branchLabels, replaces, formerChecksums, timeouts);
  }

  /** The same revision, giving its branch these names. */
  public RevisionInfo labelled(String... labels) {
    return with(irreversible, dependsOn, List.of(labels), replaces, formerChecksums, timeouts);
  }

  /** The same revision, in place of these. */
  public RevisionInfo replacing(String... revisions) {
    return with(
        irreversible, dependsOn, branchLabels, List.of(revisions), formerChecksums, timeouts);
  }

  /** The same revision, which has had these chain checksums before. */
  public RevisionInfo formerly(String... checksums) {
    return with(irreversible, dependsOn, branchLabels, replaces, List.of(checksums), timeouts);
  }

  /** The same revision, whose statements wait for a lock no longer than this. */
  public RevisionInfo lockTimeout(long millis) {
    return withTimeouts(new Timeouts(Optional.of(Duration.ofMillis(millis)), timeouts.statement()));
  }

  /** The same revision, whose statements take no longer than this. */
  public RevisionInfo statementTimeout(long millis) {
    return withTimeouts(new Timeouts(timeouts.lock(), Optional.of(Duration.ofMillis(millis))));
  }

  private RevisionInfo withTimeouts(Timeouts limits) {
    return with(irreversible, dependsOn, branchLabels, replaces, formerChecksums, limits);
  }

  /** Whether a database that records this chain checksum for the revision is at it. */
  public boolean isRecordedAs(String recorded) {
    return checksum.equals(recorded) || formerChecksums.contains(recorded);
  }

  private RevisionInfo with(
      boolean noWayBack,
      List<String> depends,
      List<String> labels,
      List<String> replaced,
      List<String> former,
      Timeouts limits) {
    return new RevisionInfo(
        id, downRevisions, message, checksum, noWayBack, depends, labels, replaced, former, limits);
  }
}
