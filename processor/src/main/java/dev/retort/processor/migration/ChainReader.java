package dev.retort.processor.migration;

import dev.retort.processor.report.Finding;
import dev.retort.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the declarations of revisions to the chain that they make. */
public final class ChainReader {

  private final RevisionRecordings recordings;

  public ChainReader(RevisionRecordings recordings) {
    this.recordings = recordings;
  }

  /**
   * Checks, records and replays the given revisions. What cannot be is told in the chain's
   * findings, all of one step at once; a later step needs the earlier one to be sound.
   */
  public Chain read(List<DeclaredRevision> revisions) {
    List<Finding> heads = ChainCheck.checkHeads(revisions);
    if (!heads.isEmpty()) {
      return Chain.broken(heads);
    }
    Chain chain = readToMerge(revisions);
    if (!chain.isSound()) {
      return chain;
    }
    List<Finding> branches = chain.branchFindings();
    return branches.isEmpty() ? chain : Chain.broken(branches);
  }

  /** The same for revisions whose heads are about to be merged. */
  public Chain readToMerge(List<DeclaredRevision> revisions) {
    List<Finding> graphFindings = ChainCheck.check(revisions);
    if (!graphFindings.isEmpty()) {
      return Chain.broken(graphFindings);
    }
    List<Finding> findings = new ArrayList<>();
    Map<String, RecordedRevision> recorded = recordings.record(revisions, findings);
    if (!findings.isEmpty()) {
      return Chain.broken(findings);
    }
    RevisionGraph<DeclaredRevision> graph = RevisionGraph.of(revisions);
    Chain chain = ChainReplay.of(graph.chain().stream().map(r -> recorded.get(r.id())).toList());
    return chain.isSound()
        ? chain
        : BranchReplay.conflictInOrder(graph, recorded)
            .map(conflict -> Chain.broken(List.of(conflict)))
            .orElse(chain);
  }
}
