package dev.retort.processor.migration;

import dev.retort.operation.Operation;
import dev.retort.problem.Problem;
import dev.retort.processor.report.Finding;
import dev.retort.revision.RevisionGraph;
import dev.retort.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** How the revisions hang together. */
  public RevisionGraph<DeclaredRevision> graph() {
    return RevisionGraph.of(revisions.stream().map(ReplayedRevision::declared).toList());
  }

  /** What is wrong with the branches of a chain that is sound otherwise. */
  List<Finding> branchFindings() {
    return BranchReplay.check(graph(), recordings());
  }

  private Map<String, RecordedRevision> recordings() {
    Map<String, RecordedRevision> recorded = new HashMap<>();
    revisions.forEach(each -> recorded.put(each.declared().id(), each.recorded()));
    return recorded;
  }

  /** What keeps the given revisions of a sound chain from being merged, if they conflict. */
  public Optional<Problem> conflict(String merge, List<String> sides) {
    return BranchReplay.conflict(graph(), recordings(), merge, sides);
  }

  /** The revision that is last in chain order; empty if there is none. */
  public Optional<ReplayedRevision> head() {
    return revisions.isEmpty()
        ? Optional.empty()
        : Optional.of(revisions.get(revisions.size() - 1));
  }
}
