package dev.retort.revision;

import dev.retort.problem.Problem;
import java.util.List;

/** What can be wrong with a target. */
public final class TargetProblems {

  private TargetProblems() {}

  /** RT509: the target is no revision. */
  public static Problem unknownTarget(String target, RevisionGraph<?> graph) {
    List<String> heads = graph.heads();
    List<String> labels =
        graph.chain().stream().flatMap(revision -> revision.branchLabels().stream()).toList();
    return new Problem(
        "RT509",
        "There is no revision '" + target + "'.",
        "give the id of a revision, the beginning of one, head, base, or +N or -N"
            + (labels.isEmpty() ? "" : "; for one branch LABEL@head, LABEL@base or LABEL@+N")
            + "; the head is "
            + (heads.isEmpty() ? "none" : String.join(", ", heads))
            + (labels.isEmpty() ? "" : ", the labels are " + String.join(", ", labels))
            + ".");
  }

  /** RT510: the target is the beginning of several ids. */
  public static Problem ambiguousTarget(String target, List<String> candidates) {
    return new Problem(
        "RT510",
        "'" + target + "' may mean any of the revisions " + String.join(", ", candidates) + ".",
        "write more of the id, or the branch before it: LABEL@" + target + ".");
  }

  /** RT510: the one head is asked for where there are several. */
  public static Problem severalHeads(String target, List<String> heads, RevisionGraph<?> graph) {
    List<String> labelled =
        heads.stream().flatMap(head -> graph.headTarget(head).stream()).toList();
    return new Problem(
        "RT510",
        "'"
            + target
            + "' may mean any of the revisions "
            + String.join(", ", heads)
            + ": none follows the"
            + " other.",
        labelled.size() < heads.size()
            ? "write a revision that merges them, with downRevision = {\""
                + String.join("\", \"", heads)
                + "\"}, or give the target heads."
            : "give the target heads for all of them, or one of "
                + String.join(", ", labelled)
                + ".");
  }
}
