package dev.retort.processor;

import dev.retort.problem.ProblemException;
import dev.retort.processor.diagnostic.DraftProblems;
import dev.retort.processor.generate.RevisionNaming;
import dev.retort.revision.GraphProblem;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionNode;
import dev.retort.revision.TargetResolver;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where in the history a drafted revision stands.
 *
 * @param id its id
 * @param downRevisions the ids of the revisions that it follows
 * @param dependsOn the ids of the revisions that it depends on
 * @param branchLabels the names that it gives to its branch
 */
record DraftPlace(
    String id, List<String> downRevisions, List<String> dependsOn, List<String> branchLabels) {

  /**
   * The place that was asked for.
   *
   * @throws ProblemException if there is none, or there may be several
   */
  static DraftPlace of(DraftRequest request, RevisionGraph<?> graph) throws ProblemException {
    List<String> down =
        request.isMerge()
            ? merged(request, graph)
            : request.heads().isEmpty() ? theHead(graph) : following(request, graph);
    DraftPlace place =
        new DraftPlace(
            request.revision().orElseGet(() -> RevisionNaming.newId(new SecureRandom())),
            down,
            resolved(request.dependsOn(), graph),
            request.branchLabels());
    place.requireSound(graph.chain());
    if (!request.isMerge()) {
      place.requireNamedBranches(graph);
    }
    return place;
  }

  private static List<String> merged(DraftRequest request, RevisionGraph<?> graph)
      throws ProblemException {
    List<String> ids = resolved(request.merge(), graph);
    if (ids.size() < 2 || graph.effective(ids).size() < ids.size()) {
      throw new ProblemException(DraftProblems.nothingToMerge(ids));
    }
    return ids;
  }

  private static List<String> theHead(RevisionGraph<?> graph) throws ProblemException {
    if (graph.heads().size() > 1) {
      throw new ProblemException(DraftProblems.severalHeads(graph));
    }
    return graph.heads();
  }

  private static List<String> following(DraftRequest request, RevisionGraph<?> graph)
      throws ProblemException {
    List<String> down = resolved(request.heads(), graph);
    for (String id : down) {
      if (!graph.followers(id).isEmpty() && !request.splice()) {
        throw new ProblemException(DraftProblems.noHead(id, graph, unnamed(graph, List.of(id))));
      }
    }
    return down;
  }

  private static List<String> resolved(List<String> targets, RevisionGraph<?> graph)
      throws ProblemException {
    return new TargetResolver(graph, List.of()).resolveAll(targets);
  }

  /** Otherwise no compilation would take the draft. */
  private void requireNamedBranches(RevisionGraph<?> graph) throws ProblemException {
    RevisionInfo self = new RevisionInfo(id, downRevisions, "", "", false, dependsOn, branchLabels);
    List<String> unnamed = with(self, graph).unnamedHeads();
    if (!unnamed.isEmpty()) {
      throw new ProblemException(
          DraftProblems.unnamedBranches(
              graph, unnamed.contains(id), unnamed(graph, downRevisions)));
    }
  }

  /**
   * The revisions that must name their branches before another branch can begin with a name: the
   * first of each branch that has no name of its own then.
   */
  private static List<String> unnamed(RevisionGraph<?> graph, List<String> follows) {
    RevisionInfo self =
        new RevisionInfo(
            "retort_draft", follows, "", "", false, List.of(), List.of("retort_branch"));
    RevisionGraph<RevisionNode> all = with(self, graph);
    List<String> first = new ArrayList<>();
    for (String head : all.unnamedHeads()) {
      Set<String> own = new LinkedHashSet<>(graph.withAncestors(List.of(head)));
      all.heads().stream()
          .filter(other -> !other.equals(head))
          .forEach(other -> own.removeAll(all.withAncestors(List.of(other))));
      first.add(graph.inOrder(own).get(0));
    }
    return first;
  }

  private static RevisionGraph<RevisionNode> with(RevisionInfo self, RevisionGraph<?> graph) {
    List<RevisionNode> all = new ArrayList<>(graph.chain());
    all.add(self);
    return RevisionGraph.of(all);
  }

  /** The same checks that the revision would meet when it is compiled. */
  private void requireSound(List<? extends RevisionNode> revisions) throws ProblemException {
    RevisionInfo self = new RevisionInfo(id, downRevisions, "", "", false, dependsOn, branchLabels);
    Optional<GraphProblem> problem =
        RevisionGraph.check(Stream.concat(revisions.stream(), Stream.of(self)).toList()).stream()
            .findFirst();
    if (problem.isPresent()) {
      throw new ProblemException(DraftProblems.noSuchPlace(problem.get().describe()));
    }
  }
}
