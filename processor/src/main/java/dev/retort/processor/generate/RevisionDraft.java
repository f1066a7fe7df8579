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
    List<DraftedOperation> downgrade) {

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
  }

  /** The fully qualified name of its class. */
  public String qualifiedName() {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }
}
