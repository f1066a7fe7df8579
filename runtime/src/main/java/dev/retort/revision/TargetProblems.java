package dev.retort.revision;

import dev.retort.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

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
            + (heads.size() > 1 ? "; the heads are " : "; the head is ")
            + (heads.isEmpty() ? "none" : String.join(", ", heads))
            + (labels.isEmpty() ? "" : ", the labels are " + String.join(", ", labels))
            + ".");
  }

  /** RT511: a range whose end comes before its beginning. */
  public static Problem backwards(String from, String to) {
    return new Problem(
        "RT511",
        "The range " + from + ":" + to + " leads backwards: " + to + " is before " + from + ".",
        "give the earlier one first: "
            + to
            + ":"
            + from
            + "; the way back is that of a downgrade.");
  }

  /** RT510: the target is the beginning of several ids. */
  public static Problem ambiguousTarget(String target, List<String> candidates) {
    return new Problem(
        "RT510",
        "'" + target + "' may mean any of the revisions " + String.join(", ", candidates) + ".",
        "write more of the id, or the branch before it: LABEL@" + target + ".");
  }

  /** RT510: a target counts over a place where several revisions are next. */
  public static Problem ambiguousStep(String target, List<String> candidates) {
    return new Problem(
        "RT510",
        "'"
            + target
            + "' counts over a place where any of the revisions "
            + String.join(", ", candidates)
            + " may be the next.",
        "name the one that is meant: " + String.join(" or ", candidates) + ".");
  }

  /**
   * RT510: a downgrade by a number of revisions where several could be taken back next.
   *
   * @param candidates those that could be
   * @param steps how far from where the database is they are, at least 1
   */
  public static Problem ambiguousDowngrade(String target, List<String> candidates, int steps) {
    String which =
        candidates.stream().map(id -> id + "@-" + steps).collect(Collectors.joining(" or "));
    return new Problem(
        "RT510",
        "'"
            + target
            + "' may take back any of the revisions "
            + String.join(", ", candidates)
            + ": none follows the other.",
        "say on whose branch: " + which + ".");
  }

  /** RT510: the one head is asked for where there are several. */
  public static Problem severalHeads(String target, List<String> heads, RevisionGraph<?> graph) {
    List<String> labelled =
        heads.stream().flatMap(head -> graph.headTarget(head).stream()).toList();
    String steps = Target.parse(target).steps() == 0 ? "" : target.replaceFirst(".*(?=[+-])", "");
    return new Problem(
        "RT510",
        "'"
            + target
            + "' may mean any of the revisions "
            + String.join(", ", heads)
            + ": none follows the"
            + " other.",
        !steps.isEmpty()
            ? "say from which to count: "
                + (labelled.size() < heads.size() ? heads : labelled)
                    .stream().map(head -> head + steps).collect(Collectors.joining(" or "))
                + "."
            : labelled.size() < heads.size()
                ? "write a revision that merges them, with downRevision = {\""
                    + String.join("\", \"", heads)
                    + "\"}, or give the target heads."
                : "give the target heads for all of them, or one of "
                    + String.join(", ", labelled)
                    + ".");
  }
}
