package dev.retort.processor.migration;

import dev.retort.operation.Operation;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What the revisions say.
 *
 * @param revisions the revisions in chain order; empty where the chain could not be replayed whole
 * @param schema the schema that replaying them yields
 * @param findings what is wrong with them
 */
public record Chain(List<ReplayedRevision> revisions, Schema schema, List<Finding> findings) {

  public Chain {
    revisions = List.copyOf(revisions);
    findings = List.copyOf(findings);
  }

  /** A chain that cannot be relied on, for the given reasons. */
  public static Chain broken(List<Finding> findings) {
    return new Chain(List.of(), Schema.empty(), findings);
  }

  /** Whether the schema can be relied on. */
  public boolean isSound() {
    return findings.stream().noneMatch(Finding::isError);
  }

  /** What the upgrades record, in chain order. */
  public List<Operation> operations() {
    return revisions.stream().flatMap(revision -> revision.upgrade().stream()).toList();
  }

  /** The newest revision, which all others lead to; empty if there is none. */
  public Optional<ReplayedRevision> head() {
    return revisions.isEmpty()
        ? Optional.empty()
        : Optional.of(revisions.get(revisions.size() - 1));
  }
}
