package dev.retort.processor.generate;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A revision that is to be written.
 *
 * @param packageName the package of its class; empty for the unnamed one
 * @param className the simple name of its class
 * @param id the revision's id
 * @param downRevisions the ids of the revisions that it follows
 * @param dependsOn the ids of the revisions of other branches that it depends on
 * @param branchLabels the names that it gives to its branch
 * @param message what it does, in a line; any text
 * @param created when it is drafted
 * @param upgrade the statements of its upgrade
 * @param downgrade the statements of its downgrade
 * @param irreversible whether there is no way back past it
 * @param replaces the ids of the revisions that it stands in place of
 * @param formerChecksums the chain checksums that it had when those were there
 */
public record RevisionDraft(
    String packageName,
    String className,
    String id,
    List<String> downRevisions,
    List<String> dependsOn,
    List<String> branchLabels,
    String message,
    Instant created,
    List<DraftedOperation> upgrade,
    List<DraftedOperation> downgrade,
    boolean irreversible,
    List<String> replaces,
    List<String> formerChecksums) {

  /** A draft with a way back that stands in place of nothing. */
  public RevisionDraft(
      String packageName,
      String className,
      String id,
      List<String> downRevisions,
      List<String> dependsOn,
      List<String> branchLabels,
      String message,
      Instant created,
      List<DraftedOperation> upgrade,
      List<DraftedOperation> downgrade) {
    this(
        packageName,
        className,
        id,
        downRevisions,
        dependsOn,
        branchLabels,
        message,
        created,
        upgrade,
        downgrade,
        false,
        List.of(),
        List.of());
  }

  public RevisionDraft {
    requireNonNull(packageName, "packageName");
    requireNonNull(className, "className");
    requireNonNull(id, "id");
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    requireNonNull(message, "message");
    requireNonNull(created, "created");
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    replaces = List.copyOf(replaces);
    formerChecksums = List.copyOf(formerChecksums);
  }

  /** The same draft with other statements. */
  public RevisionDraft doing(List<DraftedOperation> up, List<DraftedOperation> down) {
    return with(up, down, irreversible, replaces, formerChecksums);
  }

  /** The same draft without a way back. */
  public RevisionDraft withoutWayBack() {
    return with(upgrade, List.of(), true, replaces, formerChecksums);
  }

  /** The same draft in place of these revisions, after which it had these chain checksums. */
  public RevisionDraft replacing(List<String> revisions, List<String> checksums) {
    return with(upgrade, downgrade, irreversible, revisions, checksums);
  }

  private RevisionDraft with(
      List<DraftedOperation> up,
      List<DraftedOperation> down,
      boolean noWayBack,
      List<String> revisions,
      List<String> checksums) {
    return new RevisionDraft(
        packageName,
        className,
        id,
        downRevisions,
        dependsOn,
        branchLabels,
        message,
        created,
        up,
        down,
        noWayBack,
        revisions,
        checksums);
  }

  /** The fully qualified name of its class. */
  public String qualifiedName() {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }
}
