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
    if (chain.isSound()) {
      List<Finding> branches = BranchReplay.check(graph, recorded);
      if (!branches.isEmpty()) {
        return Chain.broken(branches);
      }
    }
    return chain;
  }
}
