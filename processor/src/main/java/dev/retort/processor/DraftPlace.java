package dev.retort.processor;

import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.DraftProblems;
import dev.retort.processor.generate.RevisionNaming;
import dev.retort.revision.GraphProblem;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionNode;
import dev.retort.revision.TargetException;
import dev.retort.revision.TargetResolver;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** What was asked for has no place. */
  static final class NoPlaceException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    NoPlaceException(Problem problem) {
      super(problem.text(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  /**
   * The place that was asked for.
   *
   * @throws NoPlaceException if there is none, or there may be several
   */
  static DraftPlace of(DraftRequest request, RevisionGraph<?> graph) throws NoPlaceException {
    try {
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
      return place;
    } catch (TargetException noSuchPlace) {
      throw new NoPlaceException(noSuchPlace.problem());
    }
  }

  private static List<String> merged(DraftRequest request, RevisionGraph<?> graph)
      throws NoPlaceException, TargetException {
    List<String> ids = resolved(request.merge(), graph);
    for (String id : ids) {
      if (ids.stream()
          .anyMatch(
              other -> !other.equals(id) && graph.withAncestors(List.of(other)).contains(id))) {
        throw new NoPlaceException(DraftProblems.nothingToMerge(ids));
      }
    }
    if (ids.size() < 2) {
      throw new NoPlaceException(DraftProblems.nothingToMerge(ids));
    }
    return ids;
  }

  private static List<String> theHead(RevisionGraph<?> graph) throws NoPlaceException {
    if (graph.heads().size() > 1) {
      throw new NoPlaceException(DraftProblems.severalHeads(graph));
    }
    return graph.heads();
  }

  private static List<String> following(DraftRequest request, RevisionGraph<?> graph)
      throws NoPlaceException, TargetException {
    List<String> down = resolved(request.heads(), graph);
    for (String id : down) {
      if (!graph.followers(id).isEmpty() && !request.splice()) {
        throw new NoPlaceException(DraftProblems.noHead(id, graph.followers(id)));
      }
    }
    return down;
  }

  private static List<String> resolved(List<String> targets, RevisionGraph<?> graph)
      throws TargetException {
    List<String> ids = new ArrayList<>();
    for (String target : targets) {
      ids.addAll(new TargetResolver(graph, List.of()).resolve(target));
    }
    return ids.stream().distinct().toList();
  }

  /** The same checks that the revision would meet when it is compiled. */
  private void requireSound(List<? extends RevisionNode> revisions) throws NoPlaceException {
    RevisionInfo self = new RevisionInfo(id, downRevisions, "", "", false, dependsOn, branchLabels);
    Optional<GraphProblem> problem =
        RevisionGraph.check(Stream.concat(revisions.stream(), Stream.of(self)).toList()).stream()
            .findFirst();
    if (problem.isPresent()) {
      throw new NoPlaceException(DraftProblems.noSuchPlace(problem.get().describe()));
    }
  }
}
