package dev.retort.processor.migration;

import dev.retort.revision.RevisionNode;
import dev.retort.revision.Timeouts;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * A class annotated with {@code @Migration}, as the compiler sees it.
 *
 * @param id the revision's id
 * @param downRevisions the ids of the revisions that it follows
 * @param message what it does, in a line; may be empty
 * @param irreversible whether there is no way back past it
 * @param dependsOn the ids of the revisions of other branches that must be applied before it
 * @param branchLabels the names that it gives to its branch
 * @param replaces the ids of the revisions that it stands in place of
 * @param formerChecksums the chain checksums that it had when those were there
 * @param timeouts PostgreSQL's timeouts while it runs, where it says them
 * @param binaryName the class, as a class loader names it
 * @param element the class
 * @param annotation its {@code @Migration}
 */
public record DeclaredRevision(
    String id,
    List<String> downRevisions,
    String message,
    boolean irreversible,
    List<String> dependsOn,
    List<String> branchLabels,
    List<String> replaces,
    List<String> formerChecksums,
    Timeouts timeouts,
    String binaryName,
    TypeElement element,
    AnnotationMirror annotation)
    implements RevisionNode {

  public DeclaredRevision {
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
    replaces = List.copyOf(replaces);
    formerChecksums = List.copyOf(formerChecksums);
  }
}
