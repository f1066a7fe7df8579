package dev.retort.revision;

import dev.retort.problem.ProblemException;
import dev.retort.revision.Target.Anchor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the revisions that a target means. */
public final class TargetResolver {

  private final RevisionGraph<?> graph;
  private final List<String> current;

  /**
   * A resolver.
   *
   * @param current the revisions that {@code current} means
   */
  public TargetResolver(RevisionGraph<?> graph, List<String> current) {
    this.graph = graph;
    this.current = current;
  }

  /** The targets of a list as people write it, with spaces or commas between them. */
  public static List<String> split(String targets) {
    return List.of(targets.strip().split("[\\s,]+", -1));
  }

  /** The revisions that any of several targets means, each once. */
  public List<String> resolveAll(List<String> targets) throws ProblemException {
    Set<String> ids = new LinkedHashSet<>();
    for (String target : targets) {
      ids.addAll(resolve(target));
    }
    return List.copyOf(ids);
  }

  /** The revisions that a target means, as people write it. */
  public List<String> resolve(String written) throws ProblemException {
    return resolve(Target.parse(written), written);
  }

  /**
   * The revisions that are to be the newest at the target; none for the state before the first.
   *
   * @param written the target as people wrote it
   * @throws ProblemException if there is no such revision, or it may be several
   */
  public List<String> resolve(Target target, String written) throws ProblemException {
    Optional<Set<String>> branch = branch(target, written);
    List<String> start = start(target, branch, written);
    if (target.steps() == 0) {
      return start;
    }
    Optional<String> at = one(start, written);
    for (int step = 0; step < Math.abs(target.steps()); step++) {
      if (target.steps() < 0 && at.isEmpty()) {
        throw new ProblemException(TargetProblems.unknownTarget(written, graph));
      }
      at = target.steps() > 0 ? next(at, branch, written) : previous(at.get(), written);
    }
    return at.stream().toList();
  }

  /** The ids of the branch that the target names, if it does. */
  public Optional<Set<String>> branch(Target target, String written) throws ProblemException {
    return target.branch().isEmpty()
        ? Optional.empty()
        : Optional.of(graph.branch(named(target.branch().get(), Optional.empty(), written)));
  }

  private List<String> start(Target target, Optional<Set<String>> branch, String written)
      throws ProblemException {
    if (target.anchor() == Anchor.BASE) {
      return List.of();
    }
    if (target.anchor() == Anchor.NAMED) {
      return List.of(named(target.name(), branch, written));
    }
    Collection<String> places = target.anchor() == Anchor.CURRENT ? current : graph.heads();
    List<String> inBranch = new ArrayList<>(places);
    if (branch.isPresent()) {
      inBranch.retainAll(branch.get());
    }
    if (target.anchor() == Anchor.HEAD && inBranch.size() > 1) {
      throw new ProblemException(TargetProblems.severalHeads(written, inBranch, graph));
    }
    return List.copyOf(inBranch);
  }

  private String named(String name, Optional<Set<String>> branch, String written)
      throws ProblemException {
    Optional<String> giver = graph.labelled(name).map(RevisionNode::id);
    if (giver.isPresent()) {
      return giver.get();
    }
    List<String> found =
        name.isEmpty()
            ? List.of()
            : graph.withPrefix(name).stream()
                .filter(id -> branch.map(ids -> ids.contains(id)).orElse(true))
                .toList();
    if (found.isEmpty()) {
      throw new ProblemException(TargetProblems.unknownTarget(written, graph));
    }
    return one(found, written).orElseThrow();
  }

  private Optional<String> next(Optional<String> at, Optional<Set<String>> branch, String written)
      throws ProblemException {
    List<String> following =
        at.isPresent()
            ? graph.followers(at.get())
            : branch.isPresent() ? firstOf(branch.get()) : graph.bases();
    List<String> inBranch =
        following.stream().filter(id -> branch.map(ids -> ids.contains(id)).orElse(true)).toList();
    if (inBranch.isEmpty()) {
      throw new ProblemException(TargetProblems.unknownTarget(written, graph));
    }
    return step(inBranch, written);
  }

  /** The revisions of a branch that follow none of it. */
  private List<String> firstOf(Set<String> branch) {
    List<String> first = new ArrayList<>();
    for (RevisionNode revision : graph.chain()) {
      if (branch.contains(revision.id())
          && revision.downRevisions().stream().noneMatch(branch::contains)) {
        first.add(revision.id());
      }
    }
    return first;
  }

  private Optional<String> previous(String id, String written) throws ProblemException {
    return step(graph.get(id).downRevisions(), written);
  }

  private static Optional<String> step(List<String> ids, String written) throws ProblemException {
    if (ids.size() > 1) {
      throw new ProblemException(TargetProblems.ambiguousStep(written, ids));
    }
    return ids.stream().findFirst();
  }

  private static Optional<String> one(List<String> ids, String written) throws ProblemException {
    if (ids.size() > 1) {
      throw new ProblemException(TargetProblems.ambiguousTarget(written, ids));
    }
    return ids.stream().findFirst();
  }
}
