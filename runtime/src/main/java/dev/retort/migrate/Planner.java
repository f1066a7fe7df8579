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
import java.util.stream.Stream;

/** Decides what is to be done to a database. Pure: it reads nothing and changes nothing. */
public final class Planner {

  private final RevisionGraph<RevisionInfo> graph;
  private final RecordedState state;
  private final TargetResolver resolver;

  private Planner(RevisionGraph<RevisionInfo> graph, RecordedState state) {
    this.graph = graph;
    this.state = state;
    this.resolver = new TargetResolver(graph, state.withBegunDowngrade());
  }

  /**
   * The steps that follow, in order; none if there is nothing to do.
   *
   * @param revisions the application's revisions
   * @param state what the database says of itself; with its history, unless it agrees with the
   *     revisions
   * @param request what is asked for
   * @throws MigrationRefusedException if the database must not be touched
   */
  static List<MigrationStep> plan(
      List<RevisionInfo> revisions, RecordedState state, MigrationRequest request) {
    try {
      return steps(graph(revisions), state, request);
    } catch (ProblemException refusal) {
      throw Failures.refused(refusal.problem());
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
        requireFinished();
        Optional<String> unknown = unknown();
        if (unknown.isPresent()) {
          throw new ProblemException(
              MigrationProblems.unknownRecorded(unknown.get(), graph.heads(), state.history()));
        }
      }
      return List.of(stamp(written, request.purge()));
    }
    Optional<String> unknown = unknown();
    if (unknown.isPresent()) {
      String id = unknown.get();
      throw new ProblemException(
          squashedInto(id)
              .map(into -> RevisionProblems.squashed(id, into))
              .orElseGet(() -> unknown(id)));
    }
    if (request.direction() == REPAIR) {
      requireFinished();
      return repair();
    }
    requireUnchangedRevisions();
    if (state.unfinished().isPresent() && begun(request.direction()).isEmpty()) {
      return finishFirst(request);
    }
    Target target = Target.parse(written);
    return request.direction() == UPGRADE ? upgrade(target, written) : downgrade(target, written);
  }

  /** The revision whose upgrade, or downgrade, was begun and has not ended. */
  private Optional<String> begun(Direction direction) {
    Optional<UnfinishedRevision> unfinished = state.unfinished();
    return unfinished.isPresent() && unfinished.get().direction() == direction
        ? Optional.of(unfinished.get().revision())
        : Optional.empty();
  }

  /** What was begun the one way comes to its end before the other way is taken. */
  private List<MigrationStep> finishFirst(MigrationRequest request) throws ProblemException {
    Set<String> ids = new TreeSet<>(state.ids());
    MigrationStep finish;
    if (begun(UPGRADE).isPresent()) {
      finish = upgradeStep(begun(UPGRADE).get(), ids);
    } else {
      String id = begun(DOWNGRADE).orElseThrow();
      Set<String> applied = graph.withAncestors(ids);
      applied.addAll(graph.withAncestors(List.of(id)));
      applied.remove(id);
      finish = downgradeStep(id, applied);
    }
    List<AppliedHead> heads = new ArrayList<>(state.heads());
    heads.removeIf(head -> finish.removedHeads().contains(head.revision()));
    heads.addAll(finish.addedHeads());
    List<MigrationStep> steps = new ArrayList<>(List.of(finish));
    steps.addAll(new Planner(graph, new RecordedState(heads, state.history())).steps(request));
    return steps;
  }

  private void requireFinished() throws ProblemException {
    if (state.unfinished().isPresent()) {
      throw new ProblemException(RevisionProblems.unfinished(state.unfinished().get()));
    }
  }

  /** The first that is recorded and not of this graph. */
  private Optional<String> unknown() {
    List<String> recorded = new ArrayList<>(state.ids());
    if (state.unfinished().isPresent()) {
      recorded.add(state.unfinished().get().revision());
    }
    for (String id : recorded) {
      if (!graph.contains(id)) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }

  private Problem unknown(String id) {
    Optional<UnfinishedRevision> begun =
        state.unfinished().filter(each -> each.revision().equals(id));
    return begun.isPresent()
        ? RevisionProblems.unknownBegun(begun.get(), graph.heads())
        : MigrationProblems.unknownRevision(id, graph.heads(), state.history());
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
    Optional<String> begun = begun(UPGRADE);
    Set<String> inOrder = new LinkedHashSet<>();
    if (begun.isPresent()) {
      inOrder.add(begun.get());
    }
    for (RevisionInfo revision : graph.chain()) {
      inOrder.add(revision.id());
    }
    inOrder.removeAll(applied);
    List<String> missing = List.copyOf(inOrder);
    Set<String> needed = graph.withAncestors(wanted(target, written, missing));
    if (begun.isPresent()) {
      needed.add(begun.get());
    }
    Set<String> heads = new TreeSet<>(state.ids());
    List<MigrationStep> steps = new ArrayList<>();
    for (String id : missing) {
      if (needed.contains(id)) {
        MigrationStep step = upgradeStep(id, heads);
        heads.removeAll(step.removedHeads());
        heads.add(id);
        steps.add(step);
      }
    }
    return steps;
  }

  private MigrationStep upgradeStep(String id, Set<String> heads) {
    RevisionInfo revision = graph.get(id);
    Set<String> removed = new LinkedHashSet<>(revision.prerequisites());
    removed.retainAll(heads);
    return new MigrationStep(revision, UPGRADE, List.copyOf(removed), List.of(head(id)));
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
          MigrationProblems.notThatFar(
              written, candidates.size(), onBranch(target) + "ahead of", state.ids()));
    }
    return candidates.subList(0, target.steps());
  }

  private List<MigrationStep> downgrade(Target target, String written) throws ProblemException {
    Optional<String> begun = begun(DOWNGRADE);
    Set<String> applied = new LinkedHashSet<>(graph.withAncestors(state.withBegunDowngrade()));
    List<String> newestFirst =
        Stream.concat(begun.stream(), graph.newestFirst(applied).stream()).distinct().toList();
    Set<String> leaving = new LinkedHashSet<>(leaving(target, written, newestFirst));
    leaving.addAll(begun.stream().toList());
    List<MigrationStep> steps = new ArrayList<>();
    for (String id : newestFirst) {
      if (leaving.contains(id)) {
        applied.remove(id);
        if (graph.get(id).irreversible()) {
          throw new ProblemException(MigrationProblems.irreversible(graph.get(id)));
        }
        steps.add(downgradeStep(id, applied));
      }
    }
    return steps;
  }

  /**
   * What takes a revision back.
   *
   * @param staying what is applied then
   */
  private MigrationStep downgradeStep(String id, Set<String> staying) {
    RevisionInfo revision = graph.get(id);
    List<AppliedHead> added =
        revision.prerequisites().stream()
            .distinct()
            .filter(down -> Collections.disjoint(graph.dependents(down), staying))
            .map(this::head)
            .toList();
    return new MigrationStep(revision, DOWNGRADE, List.of(id), added);
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
      if (target.branch().isEmpty() && state.withBegunDowngrade().size() > 1) {
        throw new ProblemException(
            TargetProblems.ambiguousDowngrade(written, state.withBegunDowngrade(), 1));
      }
      if (-target.steps() > candidates.size()) {
        throw new ProblemException(
            MigrationProblems.notThatFar(
                written, candidates.size(), onBranch(target) + "in", state.ids()));
      }
      requireOneWay(candidates, -target.steps(), written);
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

  private static String onBranch(Target target) {
    return target.branch().map(branch -> "on branch " + branch + " ").orElse("");
  }

  /** Below a merge, which side goes first is not this class's to choose. */
  private void requireOneWay(List<String> newestFirst, int steps, String written)
      throws ProblemException {
    for (int taken = 1; taken < steps; taken++) {
      List<String> next = graph.effective(newestFirst.subList(taken, newestFirst.size()));
      if (next.size() > 1) {
        throw new ProblemException(TargetProblems.ambiguousDowngrade(written, next, taken + 1));
      }
    }
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
    state.unfinished().map(UnfinishedRevision::revision).ifPresent(forgotten::add);
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
