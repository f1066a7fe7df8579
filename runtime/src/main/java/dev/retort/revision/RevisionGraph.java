package dev.retort.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order of revisions: a directed graph without circles, each revision pointing at those that it
 * follows and those that it depends on. Immutable; every answer is deterministic, whatever order
 * the revisions were given in.
 *
 * @param <N> what is known of each revision
 */
public final class RevisionGraph<N extends RevisionNode> {

  private final Map<String, N> nodes;
  private final Map<String, List<String>> followers;
  private final Map<String, List<String>> dependents;
  private final List<N> chain;

  /**
   * A graph.
   *
   * @param followers for each revision those that follow it
   * @param dependents for each revision those that follow it or depend on it
   */
  private RevisionGraph(
      Map<String, N> nodes,
      Map<String, List<String>> followers,
      Map<String, List<String>> dependents,
      List<N> chain) {
    this.nodes = nodes;
    this.followers = followers;
    this.dependents = dependents;
    this.chain = chain;
  }

  /** Everything that keeps the given revisions from being a graph; empty if they are one. */
  public static List<GraphProblem> check(Collection<? extends RevisionNode> revisions) {
    List<GraphProblem> problems = new ArrayList<>();
    Map<String, RevisionNode> byId = new LinkedHashMap<>();
    Set<String> duplicates = new LinkedHashSet<>();
    for (RevisionNode revision : revisions) {
      if (!RevisionId.isWellFormed(revision.id())) {
        problems.add(new GraphProblem.MalformedId(revision.id()));
      }
      if (byId.putIfAbsent(revision.id(), revision) != null && duplicates.add(revision.id())) {
        problems.add(new GraphProblem.DuplicateId(revision.id()));
      }
    }
    for (RevisionNode revision : revisions) {
      for (String down : revision.downRevisions()) {
        if (!byId.containsKey(down)) {
          problems.add(new GraphProblem.MissingDownRevision(revision.id(), down));
        }
      }
      for (String needed : revision.dependsOn()) {
        if (!byId.containsKey(needed)) {
          problems.add(new GraphProblem.MissingDependency(revision.id(), needed));
        }
      }
    }
    problems.addAll(labels(byId));
    boolean inOrder = true;
    for (GraphProblem problem : problems) {
      inOrder = inOrder && !breaksOrder(problem);
    }
    if (inOrder) {
      problems.addAll(cycles(byId));
    }
    return problems;
  }

  /**
   * The graph of the given revisions.
   *
   * @throws IllegalArgumentException if {@link #check} has something to say about them
   */
  public static <N extends RevisionNode> RevisionGraph<N> of(Collection<N> revisions) {
    List<GraphProblem> problems = check(revisions);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("not a revision graph: " + problems);
    }
    Map<String, N> nodes = new LinkedHashMap<>();
    boolean depending = false;
    for (N revision : revisions) {
      nodes.put(revision.id(), revision);
      depending = depending || !revision.dependsOn().isEmpty();
    }
    Map<String, List<String>> followers = reversed(nodes, /* withDependencies= */ false);
    Map<String, List<String>> dependents = depending ? reversed(nodes, true) : followers;
    return new RevisionGraph<>(nodes, followers, dependents, sorted(nodes, dependents));
  }

  /**
   * All revisions, each after those that it follows or depends on; a line of history stays
   * together, and equals are ordered by id.
   */
  public List<N> chain() {
    return chain;
  }

  /** The given ids in the order of the chain. */
  public List<String> inOrder(Collection<String> ids) {
    List<String> inOrder = new ArrayList<>();
    for (N node : chain) {
      if (ids.contains(node.id())) {
        inOrder.add(node.id());
      }
    }
    return List.copyOf(inOrder);
  }

  /** The given ids against the order of the chain. */
  public List<String> newestFirst(Collection<String> ids) {
    List<String> newestFirst = new ArrayList<>(inOrder(ids));
    Collections.reverse(newestFirst);
    return List.copyOf(newestFirst);
  }

  /** The ids that no revision follows, sorted: the ends of the branches. */
  public List<String> heads() {
    List<String> heads = new ArrayList<>();
    for (String id : nodes.keySet()) {
      if (followers.get(id).isEmpty()) {
        heads.add(id);
      }
    }
    Collections.sort(heads);
    return List.copyOf(heads);
  }

  /**
   * The ids that no revision follows or depends on, sorted: where these are applied, all are. They
   * are what a database records.
   */
  public List<String> effectiveHeads() {
    return nodes.keySet().stream().filter(id -> dependents.get(id).isEmpty()).sorted().toList();
  }

  /** The ids of the revisions that follow none, sorted. */
  public List<String> bases() {
    return nodes.values().stream()
        .filter(node -> node.downRevisions().isEmpty())
        .map(RevisionNode::id)
        .sorted()
        .toList();
  }

  /** Those of the given revisions that no other of them follows or depends on, sorted. */
  public List<String> effective(Collection<String> ids) {
    Set<String> below = new HashSet<>();
    for (String id : Set.copyOf(ids)) {
      Set<String> ancestors = withAncestors(List.of(id));
      ancestors.remove(id);
      below.addAll(ancestors);
    }
    return ids.stream().distinct().filter(id -> !below.contains(id)).sorted().toList();
  }

  /** The ids that several revisions follow, in chain order. */
  public List<String> branchPoints() {
    return inOrder(nodes.keySet().stream().filter(id -> followers.get(id).size() > 1).toList());
  }

  public boolean contains(String id) {
    return nodes.containsKey(id);
  }

  /**
   * The revision with the given id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public N get(String id) {
    N node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no revision " + id);
    }
    return node;
  }

  /** The ids that begin with the given text, sorted; an id that equals it is the only answer. */
  public List<String> withPrefix(String prefix) {
    if (nodes.containsKey(prefix)) {
      return List.of(prefix);
    }
    return nodes.keySet().stream().filter(id -> id.startsWith(prefix)).sorted().toList();
  }

  /** The given revisions and everything that they follow or depend on, directly or not. */
  public Set<String> withAncestors(Collection<String> ids) {
    return reach(ids, new Prerequisites());
  }

  /** The given revisions and everything that follows them or depends on them, directly or not. */
  public Set<String> withDescendants(Collection<String> ids) {
    return reach(ids, new Pointing(dependents));
  }

  /** The revision that gives its branch this name. */
  public Optional<N> labelled(String label) {
    return chain.stream().filter(node -> node.branchLabels().contains(label)).findFirst();
  }

  /**
   * The branch of a revision: itself, all that follows it, and the line before it down to where it
   * begins, forks off or merges others. A fork or merge before it belongs to no single branch.
   */
  public Set<String> branch(String id) {
    Set<String> branch = reach(List.of(id), new Pointing(followers));
    String at = id;
    while (get(at).downRevisions().size() == 1) {
      at = get(at).downRevisions().get(0);
      if (followers.get(at).size() > 1 || get(at).downRevisions().size() > 1) {
        break;
      }
      branch.add(at);
    }
    return branch;
  }

  /** The names of the branches that a revision is on, sorted. */
  public List<String> labels(String id) {
    return chain.stream()
        .filter(node -> !node.branchLabels().isEmpty() && branch(node.id()).contains(id))
        .flatMap(node -> node.branchLabels().stream())
        .sorted()
        .toList();
  }

  /** How people write a head that bears the name of a branch: {@code billing@head}. */
  public Optional<String> headTarget(String id) {
    return labels(id).stream().findFirst().map(label -> label + "@head");
  }

  /** The heads that end no branch with a name of its own; none where there is one head only. */
  public List<String> unnamedHeads() {
    List<String> heads = heads();
    return heads.size() < 2
        ? List.of()
        : heads.stream().filter(head -> !hasOwnLabel(head, heads)).toList();
  }

  private boolean hasOwnLabel(String head, List<String> heads) {
    return labels(head).stream()
        .anyMatch(
            label ->
                heads.stream()
                    .noneMatch(other -> !other.equals(head) && labels(other).contains(label)));
  }

  /** The ids of the revisions that directly follow the given one, sorted. */
  public List<String> followers(String id) {
    return followers.get(get(id).id());
  }

  /** The ids of the revisions that directly follow the given one or depend on it, sorted. */
  public List<String> dependents(String id) {
    return dependents.get(get(id).id());
  }

  private static boolean breaksOrder(GraphProblem problem) {
    return problem instanceof GraphProblem.DuplicateId
        || problem instanceof GraphProblem.MissingDownRevision
        || problem instanceof GraphProblem.MissingDependency;
  }

  private static List<GraphProblem> labels(Map<String, RevisionNode> byId) {
    List<GraphProblem> problems = new ArrayList<>();
    Map<String, List<String>> givers = new LinkedHashMap<>();
    for (RevisionNode revision : byId.values()) {
      for (String label : new LinkedHashSet<>(revision.branchLabels())) {
        if (!RevisionId.isWellFormedLabel(label) || byId.containsKey(label)) {
          problems.add(new GraphProblem.MalformedLabel(revision.id(), label));
        }
        givers.computeIfAbsent(label, any -> new ArrayList<>()).add(revision.id());
      }
    }
    for (Map.Entry<String, List<String>> given : givers.entrySet()) {
      if (given.getValue().size() > 1) {
        problems.add(
            new GraphProblem.DuplicateLabel(given.getKey(), List.copyOf(given.getValue())));
      }
    }
    return problems;
  }

  private interface Step {
    Collection<String> from(String id);
  }

  /** What a revision follows and depends on. */
  private final class Prerequisites implements Step {
    @Override
    public Collection<String> from(String id) {
      return get(id).prerequisites();
    }
  }

  private record Pointing(Map<String, List<String>> pointing) implements Step {
    @Override
    public Collection<String> from(String id) {
      return pointing.get(id);
    }
  }

  private static Set<String> reach(Collection<String> start, Step step) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(start);
    while (!open.isEmpty()) {
      String id = open.pop();
      if (reached.add(id)) {
        open.addAll(step.from(id));
      }
    }
    return reached;
  }

  /** For each revision those that point at it, sorted. */
  private static <N extends RevisionNode> Map<String, List<String>> reversed(
      Map<String, N> nodes, boolean withDependencies) {
    Map<String, List<String>> pointing = new HashMap<>();
    List<String> ids = new ArrayList<>(nodes.keySet());
    Collections.sort(ids);
    for (String id : ids) {
      pointing.put(id, new ArrayList<>(1));
    }
    for (String id : ids) {
      N node = nodes.get(id);
      for (String to : withDependencies ? node.prerequisites() : node.downRevisions()) {
        pointing.get(to).add(id);
      }
    }
    for (Map.Entry<String, List<String>> entry : pointing.entrySet()) {
      entry.setValue(List.copyOf(entry.getValue()));
    }
    return pointing;
  }

  private static <N extends RevisionNode> List<N> sorted(
      Map<String, N> nodes, Map<String, List<String>> dependents) {
    Map<String, Integer> waitingFor = new HashMap<>();
    List<String> first = new ArrayList<>();
    for (N node : nodes.values()) {
      waitingFor.put(node.id(), node.prerequisites().size());
      if (node.prerequisites().isEmpty()) {
        first.add(node.id());
      }
    }
    Collections.sort(first);
    Deque<String> ready = new ArrayDeque<>(first);
    List<N> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String id = ready.pop();
      order.add(nodes.get(id));
      List<String> next = dependents.get(id);
      for (int i = next.size() - 1; i >= 0; i--) {
        int others = waitingFor.get(next.get(i)) - 1;
        waitingFor.put(next.get(i), others);
        if (others == 0) {
          ready.push(next.get(i));
        }
      }
    }
    return List.copyOf(order);
  }

  /** Each circle once: what cannot be sorted is in a circle or follows one, so walk it down. */
  private static List<GraphProblem> cycles(Map<String, RevisionNode> byId) {
    Set<String> left = new TreeSet<>(byId.keySet());
    for (RevisionNode node : sorted(byId, reversed(byId, /* withDependencies= */ true))) {
      left.remove(node.id());
    }
    List<GraphProblem> cycles = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String start : left) {
      List<String> path = new ArrayList<>();
      String at = start;
      while (seen.add(at)) {
        path.add(at);
        at = byId.get(at).prerequisites().stream().filter(left::contains).findFirst().orElseThrow();
      }
      int entry = path.indexOf(at);
      if (entry >= 0) {
        cycles.add(new GraphProblem.Cycle(List.copyOf(path.subList(entry, path.size()))));
      }
    }
    return cycles;
  }
}
