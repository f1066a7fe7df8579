package dev.retort.migrate;

import static dev.retort.migrate.Direction.DOWNGRADE;
import static dev.retort.migrate.Direction.REPAIR;
import static dev.retort.migrate.Direction.STAMP;
import static dev.retort.migrate.Direction.UPGRADE;

import dev.retort.problem.Problem;
import dev.retort.problem.ProblemException;
import dev.retort.revision.GraphProblem;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Target;
import dev.retort.revision.Target.Anchor;
import dev.retort.revision.TargetProblems;
import dev.retort.revision.TargetResolver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Decides what is to be done to a database. Pure: it reads nothing and changes nothing. */
public final class Planner {

  private final RevisionGraph<RevisionInfo> graph;
  private final RecordedState state;
  private final TargetResolver resolver;

  private Planner(RevisionGraph<RevisionInfo> graph, RecordedState state) {
    this.graph = graph;
    this.state = state;
    this.resolver = new TargetResolver(graph, state.ids());
  }

  /**
   * The plan.
   *
   * @param revisions the application's revisions
   * @param state what the database says of itself; with its history, unless it agrees with the
   *     revisions
   * @param request what is asked for
   */
  public static MigrationPlan plan(
      List<RevisionInfo> revisions, RecordedState state, MigrationRequest request) {
    try {
      return MigrationPlan.of(steps(graph(revisions), state, request));
    } catch (ProblemException refusal) {
      return new MigrationPlan.Refused(refusal.problem());
    }
  }

  /** The graph of an application's revisions. */
  public static RevisionGraph<RevisionInfo> graph(List<RevisionInfo> revisions)
      throws ProblemException {
    List<GraphProblem> broken = RevisionGraph.check(revisions);
    if (!broken.isEmpty()) {
      throw new ProblemException(MigrationProblems.registryNotAGraph(broken));
    }
    return RevisionGraph.of(revisions);
  }

  /** The steps of the plan, none if there is nothing to do. */
  static List<MigrationStep> steps(
      RevisionGraph<RevisionInfo> graph, RecordedState state, MigrationRequest request)
      throws ProblemException {
    return new Planner(graph, state).steps(request);
  }

  private List<MigrationStep> steps(MigrationRequest request) throws ProblemException {
    String written = request.target();
    if (request.direction() == STAMP) {
      if (!request.purge()) {
        requireKnown(id -> MigrationProblems.unknownRecorded(id, graph.heads(), state.history()));
      }
      return List.of(stamp(written, request.purge()));
    }
    requireKnown(
        id ->
            squashedInto(id)
                .map(into -> RevisionProblems.squashed(id, into))
                .orElseGet(
                    () -> MigrationProblems.unknownRevision(id, graph.heads(), state.history())));
    if (request.direction() == REPAIR) {
      return repair();
    }
    requireUnchangedRevisions();
    Target target = Target.parse(written);
    return request.direction() == UPGRADE ? upgrade(target, written) : downgrade(target, written);
  }

  private void requireKnown(Function<String, Problem> problem) throws ProblemException {
    Optional<String> unknown = state.ids().stream().filter(id -> !graph.contains(id)).findFirst();
    if (unknown.isPresent()) {
      throw new ProblemException(problem.apply(unknown.get()));
    }
  }

  private Optional<RevisionInfo> squashedInto(String id) {
    return graph.chain().stream().filter(each -> each.replaces().contains(id)).findFirst();
  }

  private void requireUnchangedRevisions() throws ProblemException {
    Optional<Problem> edited = new HistoryCheck(graph, state).firstEdited();
    if (edited.isPresent()) {
      throw new ProblemException(edited.get());
    }
  }

  private List<MigrationStep> upgrade(Target target, String written) throws ProblemException {
    Set<String> applied = graph.withAncestors(state.ids());
    List<String> missing =
        graph.chain().stream().map(RevisionInfo::id).filter(id -> !applied.contains(id)).toList();
    Set<String> needed = graph.withAncestors(wanted(target, written, missing));
    Set<String> heads = new TreeSet<>(state.ids());
    List<MigrationStep> steps = new ArrayList<>();
    for (String id : missing) {
      if (needed.contains(id)) {
        RevisionInfo revision = graph.get(id);
        List<String> removed =
            revision.prerequisites().stream().filter(heads::contains).distinct().toList();
        heads.removeAll(removed);
        heads.add(id);
        steps.add(new MigrationStep(revision, UPGRADE, removed, List.of(head(id))));
      }
    }
    return steps;
  }

  private List<String> wanted(Target target, String written, List<String> missing)
      throws ProblemException {
    if (!target.isRelative()) {
      if (target.isBase() || target.anchor() == Anchor.CURRENT) {
        throw new ProblemException(MigrationProblems.wrongDirection(written, UPGRADE));
      }
      return resolver.resolve(target, written);
    }
    if (target.steps() < 0) {
      throw new ProblemException(MigrationProblems.wrongDirection(written, UPGRADE));
    }
    List<String> candidates = inBranch(target, written, missing);
    if (target.steps() > candidates.size()) {
      throw new ProblemException(
          MigrationProblems.notThatFar(written, candidates.size(), "ahead of", state.ids()));
    }
    return candidates.subList(0, target.steps());
  }

  private List<MigrationStep> downgrade(Target target, String written) throws ProblemException {
    Set<String> applied = new LinkedHashSet<>(graph.withAncestors(state.ids()));
    List<String> newestFirst = graph.newestFirst(applied);
    Set<String> leaving = leaving(target, written, newestFirst);
    List<MigrationStep> steps = new ArrayList<>();
    for (String id : newestFirst) {
      if (leaving.contains(id)) {
        applied.remove(id);
        RevisionInfo revision = graph.get(id);
        if (revision.irreversible()) {
          throw new ProblemException(MigrationProblems.irreversible(revision));
        }
        List<AppliedHead> added =
            revision.prerequisites().stream()
                .distinct()
                .filter(down -> Collections.disjoint(graph.dependents(down), applied))
                .map(this::head)
                .toList();
        steps.add(new MigrationStep(revision, DOWNGRADE, List.of(id), added));
      }
    }
    return steps;
  }

  /** What a downgrade takes back; whatever follows or depends on what leaves, leaves too. */
  private Set<String> leaving(Target target, String written, List<String> newestFirst)
      throws ProblemException {
    List<String> candidates = inBranch(target, written, newestFirst);
    if (target.isBase()) {
      return graph.withDescendants(candidates);
    }
    if (target.isRelative()) {
      if (target.steps() > 0) {
        throw new ProblemException(MigrationProblems.wrongDirection(written, DOWNGRADE));
      }
      if (target.branch().isEmpty() && state.ids().size() > 1) {
        throw new ProblemException(TargetProblems.ambiguousTarget(written, state.ids()));
      }
      if (-target.steps() > candidates.size()) {
        throw new ProblemException(
            MigrationProblems.notThatFar(written, candidates.size(), "in", state.ids()));
      }
      return graph.withDescendants(candidates.subList(0, -target.steps()));
    }
    List<String> staying = resolver.resolve(target, written);
    for (String id : staying) {
      if (!newestFirst.contains(id)) {
        throw new ProblemException(MigrationProblems.notApplied(id, state.ids()));
      }
    }
    if (staying.isEmpty()) {
      return Set.copyOf(newestFirst);
    }
    Set<String> leaving = graph.withDescendants(staying);
    staying.forEach(leaving::remove);
    return leaving;
  }

  private List<String> inBranch(Target target, String written, List<String> ids)
      throws ProblemException {
    Optional<Set<String>> branch = resolver.branch(target, written);
    return branch.isEmpty() ? ids : ids.stream().filter(branch.get()::contains).toList();
  }

  /** Unless all is purged, what is recorded of other branches stays recorded. */
  private MigrationStep stamp(String written, boolean purge) throws ProblemException {
    List<String> wanted = new ArrayList<>();
    Set<String> forgotten = new LinkedHashSet<>(purge ? state.ids() : List.of());
    for (String each : TargetResolver.split(written)) {
      Target target = Target.parse(each);
      if (target.anchor() == Anchor.CURRENT) {
        throw new ProblemException(MigrationProblems.wrongDirection(written, STAMP));
      }
      List<String> ids = resolver.resolve(target, each);
      wanted.addAll(ids);
      if (ids.isEmpty()) {
        forgotten.addAll(inBranch(target, each, state.ids()));
      }
    }
    Set<String> related = graph.withAncestors(wanted);
    related.addAll(graph.withDescendants(wanted));
    state.ids().stream().filter(related::contains).forEach(forgotten::add);
    Set<String> staying = new LinkedHashSet<>(state.ids());
    staying.removeAll(forgotten);
    Set<String> vouchedFor = graph.withAncestors(staying);
    List<AppliedHead> heads =
        graph.effective(wanted).stream()
            .filter(id -> !vouchedFor.contains(id))
            .map(this::head)
            .toList();
    RevisionInfo revision =
        heads.isEmpty()
            ? new RevisionInfo("base", List.of(), "", "")
            : graph.get(heads.get(0).revision());
    return new MigrationStep(revision, STAMP, List.copyOf(forgotten), heads);
  }

  /** Records the revisions that were changed as they are now: the heads, and a line for each. */
  private List<MigrationStep> repair() {
    List<MigrationStep> steps = new ArrayList<>();
    for (RevisionInfo revision : new HistoryCheck(graph, state).changed()) {
      boolean isHead = state.ids().contains(revision.id());
      steps.add(
          new MigrationStep(
              revision,
              REPAIR,
              isHead ? List.of(revision.id()) : List.of(),
              isHead ? List.of(head(revision.id())) : List.of()));
    }
    return steps;
  }

  private AppliedHead head(String id) {
    return new AppliedHead(id, graph.get(id).checksum());
  }
}
