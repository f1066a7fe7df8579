package dev.retort.processor.migration;

import dev.retort.problem.ProblemException;
import dev.retort.processor.diagnostic.SquashProblems;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.TargetResolver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The revisions that one is to stand in place of: all ways from the first to the last, with nothing
 * leading in or out between the two.
 *
 * @param revisions the revisions in chain order; the last is what databases will be recorded at
 * @param downRevisions what the first follows
 * @param dependsOn what they depend on besides
 * @param branchLabels the names that they give to their branch
 */
public record SquashRange(
    List<DeclaredRevision> revisions,
    List<String> downRevisions,
    List<String> dependsOn,
    List<String> branchLabels) {

  private static final String BASE = "base";

  public SquashRange {
    revisions = List.copyOf(revisions);
    downRevisions = List.copyOf(downRevisions);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
  }

  /**
   * The range between two targets, both included; from the beginning where the first is {@code
   * base}.
   *
   * @throws ProblemException if there is none, or one revision cannot stand in its place
   */
  public static SquashRange of(RevisionGraph<DeclaredRevision> graph, String written)
      throws ProblemException {
    String[] ends = written.split(":", -1);
    if (ends.length != 2 || ends[0].isBlank() || ends[1].isBlank()) {
      throw new ProblemException(SquashProblems.noRange(written));
    }
    boolean fromBase = ends[0].strip().equals(BASE);
    String last = one(graph, ends[1].strip());
    String first = fromBase ? BASE : one(graph, ends[0].strip());
    Set<String> ids = between(graph, first, last);
    if (ids.size() < 2) {
      throw new ProblemException(SquashProblems.nothingBetween(first, last));
    }
    requireClosed(graph, ids, first, last);
    List<DeclaredRevision> revisions = graph.inOrder(ids).stream().map(graph::get).toList();
    return new SquashRange(
        revisions,
        fromBase ? List.of() : graph.get(first).downRevisions(),
        union(revisions, DeclaredRevision::dependsOn).stream()
            .filter(id -> !ids.contains(id))
            .toList(),
        union(revisions, DeclaredRevision::branchLabels));
  }

  /** The revision that keeps its place in the history. */
  public DeclaredRevision last() {
    return revisions.get(revisions.size() - 1);
  }

  /** The ids of all revisions that are gone then, those of earlier squashes included. */
  public List<String> replaced() {
    List<String> ids = new ArrayList<>();
    for (DeclaredRevision revision : revisions) {
      ids.addAll(revision.replaces());
      if (!revision.id().equals(last().id())) {
        ids.add(revision.id());
      }
    }
    return ids;
  }

  private static String one(RevisionGraph<DeclaredRevision> graph, String target)
      throws ProblemException {
    List<String> ids = new TargetResolver(graph, List.of()).resolveAll(List.of(target));
    if (ids.size() != 1) {
      throw new ProblemException(SquashProblems.notOne(target, ids));
    }
    return ids.get(0);
  }

  /** By what is followed alone: what is depended on belongs to another branch. */
  private static Set<String> between(
      RevisionGraph<DeclaredRevision> graph, String first, String last) {
    Set<String> followed = new LinkedHashSet<>(List.of(last));
    for (String id : graph.newestFirst(graph.withAncestors(List.of(last)))) {
      if (followed.contains(id)) {
        followed.addAll(graph.get(id).downRevisions());
      }
    }
    if (first.equals(BASE)) {
      return followed;
    }
    Set<String> following = new LinkedHashSet<>();
    for (String id : graph.inOrder(followed)) {
      if (id.equals(first)
          || graph.get(id).downRevisions().stream().anyMatch(following::contains)) {
        following.add(id);
      }
    }
    return following;
  }

  private static void requireClosed(
      RevisionGraph<DeclaredRevision> graph, Set<String> ids, String first, String last)
      throws ProblemException {
    for (DeclaredRevision each : graph.chain()) {
      boolean inside = ids.contains(each.id());
      List<String> others = inside ? each.downRevisions() : each.prerequisites();
      for (String other : others) {
        if (inside && !each.id().equals(first) && !ids.contains(other)) {
          throw new ProblemException(SquashProblems.leadsIn(each.id(), other));
        }
        if (!inside && ids.contains(other) && !other.equals(last)) {
          throw new ProblemException(SquashProblems.leadsOut(each.id(), other));
        }
      }
    }
  }

  private static List<String> union(
      List<DeclaredRevision> revisions, Function<DeclaredRevision, List<String>> values) {
    return revisions.stream().flatMap(each -> values.apply(each).stream()).distinct().toList();
  }
}
