package dev.retort.migrate;

import static dev.retort.migrate.Direction.DOWNGRADE;
import static dev.retort.migrate.Direction.STAMP;
import static dev.retort.migrate.Direction.UPGRADE;

import dev.retort.problem.Problem;
import dev.retort.revision.GraphProblem;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides what is to be done to a database. Pure: it reads nothing and changes nothing. */
public final class Planner {

  private final RevisionGraph<RevisionInfo> graph;
  private final RecordedState state;

  private Planner(RevisionGraph<RevisionInfo> graph, RecordedState state) {
    this.graph = graph;
    this.state = state;
  }

  /**
   * The plan.
   *
   * @param revisions the application's revisions
   * @param state what the database says of itself; with its history, unless it agrees with the
   *     revisions
   * @param direction what to do
   * @param target where to: {@code head}, {@code base}, {@code +2}, {@code -1}, an id or the
   *     beginning of one
   */
  public static MigrationPlan plan(
      List<RevisionInfo> revisions, RecordedState state, Direction direction, String target) {
    List<GraphProblem> broken = RevisionGraph.check(revisions);
    if (!broken.isEmpty()) {
      return new MigrationPlan.Refused(MigrationProblems.registryNotAGraph(broken));
    }
    Planner planner = new Planner(RevisionGraph.of(revisions), state);
    try {
      if (direction != STAMP) {
        planner.requireKnownState();
      }
      return MigrationPlan.of(planner.steps(direction, Target.parse(target), target));
    } catch (Refusal refusal) {
      return new MigrationPlan.Refused(refusal.problem);
    }
  }

  private List<MigrationStep> steps(Direction direction, Target target, String written)
      throws Refusal {
    return switch (direction) {
      case UPGRADE -> upgrade(target, written);
      case DOWNGRADE -> downgrade(target, written);
      case STAMP -> List.of(stamp(target, written));
    };
  }

  private void requireKnownState() throws Refusal {
    for (String id : state.ids()) {
      if (!graph.contains(id)) {
        throw new Refusal(MigrationProblems.unknownRevision(id, graph.heads(), state.history()));
      }
    }
    Optional<Problem> edited = new HistoryCheck(graph, state).firstEdited();
    if (edited.isPresent()) {
      throw new Refusal(edited.get());
    }
  }

  private List<MigrationStep> upgrade(Target target, String written) throws Refusal {
    Set<String> applied = graph.withAncestors(state.ids());
    List<String> missing =
        graph.chain().stream().map(RevisionInfo::id).filter(id -> !applied.contains(id)).toList();
    Collection<String> wanted;
    if (target instanceof Target.Relative relative && relative.steps() > 0) {
      if (relative.steps() > missing.size()) {
        throw new Refusal(
            MigrationProblems.notThatFar(written, missing.size(), "ahead of", state.ids()));
      }
      wanted = missing.subList(0, relative.steps());
    } else if (target instanceof Target.Relative || target instanceof Target.Base) {
      throw new Refusal(MigrationProblems.wrongDirection(written, UPGRADE));
    } else {
      wanted = resolve(target, written);
    }
    Set<String> needed = graph.withAncestors(wanted);
    Set<String> heads = new TreeSet<>(state.ids());
    List<MigrationStep> steps = new ArrayList<>();
    for (String id : missing) {
      if (needed.contains(id)) {
        RevisionInfo revision = graph.get(id);
        List<String> removed =
            revision.downRevisions().stream().filter(heads::contains).distinct().toList();
        heads.removeAll(removed);
        heads.add(id);
        steps.add(new MigrationStep(revision, UPGRADE, removed, List.of(head(id))));
      }
    }
    return steps;
  }

  private List<MigrationStep> downgrade(Target target, String written) throws Refusal {
    Set<String> applied = new LinkedHashSet<>(graph.withAncestors(state.ids()));
    List<String> newestFirst = new ArrayList<>();
    graph.chain().stream()
        .map(RevisionInfo::id)
        .filter(applied::contains)
        .forEach(newestFirst::add);
    Collections.reverse(newestFirst);
    Collection<String> leaving;
    if (target instanceof Target.Base) {
      leaving = applied;
    } else if (target instanceof Target.Relative relative) {
      if (relative.steps() >= 0) {
        throw new Refusal(MigrationProblems.wrongDirection(written, DOWNGRADE));
      }
      if (-relative.steps() > newestFirst.size()) {
        throw new Refusal(
            MigrationProblems.notThatFar(written, newestFirst.size(), "in", state.ids()));
      }
      leaving = newestFirst.subList(0, -relative.steps());
    } else {
      leaving = followers(resolve(target, written), applied);
    }
    Set<String> leavingIds = Set.copyOf(leaving);
    List<MigrationStep> steps = new ArrayList<>();
    for (String id : newestFirst) {
      if (leavingIds.contains(id)) {
        applied.remove(id);
        RevisionInfo revision = graph.get(id);
        if (revision.irreversible()) {
          throw new Refusal(MigrationProblems.irreversible(revision));
        }
        List<AppliedHead> added =
            revision.downRevisions().stream()
                .distinct()
                .filter(down -> Collections.disjoint(graph.followers(down), applied))
                .map(this::head)
                .toList();
        steps.add(new MigrationStep(revision, DOWNGRADE, List.of(id), added));
      }
    }
    return steps;
  }

  /** What must leave so that the given revisions are heads; they must be there. */
  private Set<String> followers(List<String> ids, Set<String> applied) throws Refusal {
    for (String id : ids) {
      if (!applied.contains(id)) {
        throw new Refusal(MigrationProblems.notApplied(id, state.ids()));
      }
    }
    Set<String> leaving = graph.withDescendants(ids);
    leaving.retainAll(applied);
    ids.forEach(leaving::remove);
    return leaving;
  }

  private MigrationStep stamp(Target target, String written) throws Refusal {
    if (target instanceof Target.Relative) {
      throw new Refusal(MigrationProblems.wrongDirection(written, STAMP));
    }
    List<String> ids = target instanceof Target.Base ? List.of() : resolve(target, written);
    RevisionInfo revision =
        ids.isEmpty() ? new RevisionInfo("base", List.of(), "", "") : graph.get(ids.get(0));
    return new MigrationStep(revision, STAMP, state.ids(), ids.stream().map(this::head).toList());
  }

  private List<String> resolve(Target target, String written) throws Refusal {
    if (target instanceof Target.Named named) {
      List<String> found = named.prefix().isEmpty() ? List.of() : graph.withPrefix(named.prefix());
      if (found.isEmpty()) {
        throw new Refusal(MigrationProblems.unknownTarget(written, graph.heads()));
      }
      if (found.size() > 1) {
        throw new Refusal(MigrationProblems.ambiguousTarget(written, found));
      }
      return found;
    }
    List<String> heads = graph.heads();
    if (target instanceof Target.Head && heads.size() > 1) {
      throw new Refusal(MigrationProblems.severalHeads(heads));
    }
    return heads;
  }

  private AppliedHead head(String id) {
    return new AppliedHead(id, graph.get(id).checksum());
  }

  /** A way out of the decision, never out of this class. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    private Refusal(Problem problem) {
      super(problem.text(), null, false, false);
      this.problem = problem;
    }
  }
}
