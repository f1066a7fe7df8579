package dev.retort.processor.migration;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.OperationWords;
import dev.retort.processor.diagnostic.RevisionProblems;
import dev.retort.processor.report.Finding;
import dev.retort.revision.RevisionGraph;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves what a replay in one order cannot: that each branch can be applied without the others, and
 * that what is merged leads to the same schema whichever side a database has applied first.
 */
final class BranchReplay {

  private final RevisionGraph<DeclaredRevision> graph;
  private final Map<String, RecordedRevision> recorded;
  private final List<Finding> findings = new ArrayList<>();

  private BranchReplay(
      RevisionGraph<DeclaredRevision> graph, Map<String, RecordedRevision> recorded) {
    this.graph = graph;
    this.recorded = recorded;
  }

  /** What is wrong with the branches of a chain that replays as a whole; most have none. */
  static List<Finding> check(
      RevisionGraph<DeclaredRevision> graph, Map<String, RecordedRevision> recorded) {
    BranchReplay replay = new BranchReplay(graph, recorded);
    List<String> heads = graph.effectiveHeads();
    if (heads.size() > 1) {
      heads.forEach(replay::proveAlone);
    }
    graph.chain().stream()
        .filter(revision -> revision.downRevisions().size() > 1)
        .forEach(replay::proveMerge);
    return replay.findings;
  }

  private void proveAlone(String head) {
    Set<String> branch = graph.withAncestors(List.of(head));
    try {
      fold(Schema.empty(), graph.inOrder(branch));
    } catch (Impossible impossible) {
      RecordedRevision at = impossible.revision;
      findings.add(
          Finding.error(
              RevisionProblems.notAlone(
                  at.declared().id(),
                  OperationWords.of(impossible.operation.operation()),
                  impossible.reason,
                  head,
                  makers(branch, at.declared().id())),
              at.declared().element(),
              impossible.operation.source().line()));
    }
  }

  /** The revisions of other branches without which the given one cannot be applied, if one does. */
  private List<String> makers(Set<String> branch, String needing) {
    List<String> others =
        graph.chain().stream()
            .map(DeclaredRevision::id)
            .filter(id -> !branch.contains(id))
            .toList();
    for (String other : others) {
      Set<String> together = new LinkedHashSet<>(graph.withAncestors(List.of(needing)));
      together.addAll(graph.withAncestors(List.of(other)));
      together.remove(needing);
      List<String> order = new ArrayList<>(graph.inOrder(together));
      order.add(needing);
      try {
        fold(Schema.empty(), order);
        return List.of(other);
      } catch (Impossible notThisOne) {
        // another one is it, or several are
      }
    }
    return others;
  }

  /**
   * Which branches conflict, where the revisions in chain order cannot all be applied; nothing if
   * one of them cannot be applied to what it follows either.
   */
  static Optional<Finding> conflictInOrder(
      RevisionGraph<DeclaredRevision> graph, Map<String, RecordedRevision> recorded) {
    BranchReplay replay = new BranchReplay(graph, recorded);
    List<String> chain = graph.chain().stream().map(DeclaredRevision::id).toList();
    Optional<Impossible> inOrder = replay.impossible(chain);
    if (inOrder.isEmpty()) {
      return Optional.empty();
    }
    RecordedRevision failing = inOrder.get().revision;
    String id = failing.declared().id();
    Set<String> own = graph.withAncestors(List.of(id));
    if (replay.impossible(graph.inOrder(own)).isPresent()) {
      return Optional.empty();
    }
    for (String other : chain.subList(0, chain.indexOf(id))) {
      Set<String> before = new LinkedHashSet<>(own);
      before.addAll(graph.withAncestors(List.of(other)));
      before.remove(id);
      List<String> order = new ArrayList<>(graph.inOrder(before));
      order.add(id);
      Optional<Impossible> after =
          own.contains(other) ? Optional.empty() : replay.impossible(order);
      if (after.isPresent() && after.get().revision.equals(failing)) {
        Problem problem =
            RevisionProblems.branchesConflict(
                id,
                OperationWords.of(after.get().operation.operation()),
                other,
                after.get().reason);
        return Optional.of(
            Finding.error(
                problem, failing.declared().element(), after.get().operation.source().line()));
      }
    }
    return Optional.empty();
  }

  private Optional<Impossible> impossible(List<String> order) {
    try {
      fold(Schema.empty(), order);
      return Optional.empty();
    } catch (Impossible impossible) {
      return Optional.of(impossible);
    }
  }

  private void proveMerge(DeclaredRevision merge) {
    conflict(graph, recorded, merge.id(), merge.downRevisions())
        .map(
            problem ->
                Finding.error(
                    problem,
                    merge.element(),
                    merge.annotation(),
                    RevisionCollector.value(merge.annotation(), "downRevision").orElse(null)))
        .ifPresent(findings::add);
  }

  /**
   * What keeps revisions from being merged, if they conflict.
   *
   * @param merge the id of the revision that merges them
   * @param sides the revisions that it merges, at least one
   */
  static Optional<Problem> conflict(
      RevisionGraph<DeclaredRevision> graph,
      Map<String, RecordedRevision> recorded,
      String merge,
      List<String> sides) {
    BranchReplay replay = new BranchReplay(graph, recorded);
    Set<String> shared = graph.withAncestors(List.of(sides.get(0)));
    sides.forEach(side -> shared.retainAll(graph.withAncestors(List.of(side))));
    Schema before;
    try {
      before = replay.fold(Schema.empty(), graph.inOrder(shared));
    } catch (Impossible toldByAnEarlierMerge) {
      return Optional.empty();
    }
    Optional<Schema> first = Optional.empty();
    for (String side : sides) {
      Schema merged;
      try {
        merged = replay.fold(before, replay.order(shared, side, sides));
      } catch (Impossible impossible) {
        String other = sides.stream().filter(id -> !id.equals(side)).findFirst().orElse(side);
        return Optional.of(
            RevisionProblems.mergeImpossible(merge, side, other, impossible.describe()));
      }
      if (first.isPresent()) {
        List<Operation> difference = SchemaDiffer.diff(first.get(), merged);
        if (!difference.isEmpty()) {
          return Optional.of(
              RevisionProblems.mergeAmbiguous(
                  merge, sides.get(0), side, OperationWords.of(difference)));
        }
      }
      first = first.or(() -> Optional.of(merged));
    }
    return Optional.empty();
  }

  /** All that is merged and not shared, the given side's first. */
  private List<String> order(Set<String> shared, String side, List<String> sides) {
    Set<String> first = graph.withAncestors(List.of(side));
    Set<String> all = graph.withAncestors(sides);
    return Stream.concat(
            graph.inOrder(first).stream().filter(id -> !shared.contains(id)),
            graph.inOrder(all).stream().filter(id -> !first.contains(id)))
        .toList();
  }

  private Schema fold(Schema start, List<String> ids) throws Impossible {
    Schema at = start;
    for (String id : ids) {
      RecordedRevision revision = recorded.get(id);
      for (RecordedOperation operation : revision.upgrade()) {
        try {
          at = operation.operation().applyTo(at);
        } catch (IllegalArgumentException impossible) {
          throw new Impossible(revision, operation, impossible.getMessage());
        }
      }
    }
    return at;
  }

  /** An operation that cannot be made in this order. */
  private static final class Impossible extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient RecordedRevision revision;
    private final transient RecordedOperation operation;
    private final String reason;

    private Impossible(RecordedRevision revision, RecordedOperation operation, String reason) {
      super(reason, null, false, false);
      this.revision = revision;
      this.operation = operation;
      this.reason = reason;
    }

    private String describe() {
      return "revision "
          + revision.declared().id()
          + " cannot "
          + OperationWords.of(operation.operation())
          + ": "
          + reason;
    }
  }
}
