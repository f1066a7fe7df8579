package dev.retort.revision;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order of revisions: a directed graph without circles, each revision pointing at those that it
 * follows. Immutable; every answer is deterministic, whatever order the revisions were given in.
 *
 * @param <N> what is known of each revision
 */
public final class RevisionGraph<N extends RevisionNode> {

  private final Map<String, N> nodes;
  private final Map<String, List<String>> followers;
  private final List<N> chain;

  private RevisionGraph(Map<String, N> nodes, Map<String, List<String>> followers, List<N> chain) {
    this.nodes = nodes;
    this.followers = followers;
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
    }
    if (problems.stream().noneMatch(RevisionGraph::breaksOrder)) {
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
    revisions.forEach(revision -> nodes.put(revision.id(), revision));
    Map<String, List<String>> followers = followers(nodes);
    return new RevisionGraph<>(nodes, followers, sorted(nodes, followers));
  }

  /**
   * All revisions, each after those that it follows; a line of history stays together, and equals
   * are ordered by id.
   */
  public List<N> chain() {
    return chain;
  }

  /** The ids that no revision follows, sorted. */
  public List<String> heads() {
    return nodes.keySet().stream().filter(id -> followers.get(id).isEmpty()).sorted().toList();
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

  /** The given revisions and everything that they follow, directly or not. */
  public Set<String> withAncestors(Collection<String> ids) {
    return reach(ids, id -> get(id).downRevisions());
  }

  /** The given revisions and everything that follows them, directly or not. */
  public Set<String> withDescendants(Collection<String> ids) {
    return reach(ids, followers::get);
  }

  /** The ids of the revisions that directly follow the given one, sorted. */
  public List<String> followers(String id) {
    return followers.get(get(id).id());
  }

  private static boolean breaksOrder(GraphProblem problem) {
    return !(problem instanceof GraphProblem.MalformedId);
  }

  private interface Step {
    Collection<String> from(String id);
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

  private static <N extends RevisionNode> Map<String, List<String>> followers(
      Map<String, N> nodes) {
    Map<String, List<String>> followers = new HashMap<>();
    nodes.keySet().forEach(id -> followers.put(id, new ArrayList<>()));
    nodes.values().stream()
        .map(RevisionNode::id)
        .sorted()
        .forEach(id -> nodes.get(id).downRevisions().forEach(down -> followers.get(down).add(id)));
    followers.replaceAll((id, list) -> List.copyOf(list));
    return followers;
  }

  private static <N extends RevisionNode> List<N> sorted(
      Map<String, N> nodes, Map<String, List<String>> followers) {
    Map<String, Integer> waitingFor = new HashMap<>();
    nodes.values().forEach(node -> waitingFor.put(node.id(), node.downRevisions().size()));
    Deque<String> ready =
        nodes.keySet().stream()
            .filter(id -> waitingFor.get(id) == 0)
            .sorted()
            .collect(toCollection(ArrayDeque::new));
    List<N> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      String id = ready.pop();
      order.add(nodes.get(id));
      List<String> next = followers.get(id);
      for (int i = next.size() - 1; i >= 0; i--) {
        if (waitingFor.merge(next.get(i), -1, Integer::sum) == 0) {
          ready.push(next.get(i));
        }
      }
    }
    return List.copyOf(order);
  }

  /** Each circle once: what cannot be sorted is in a circle or follows one, so walk it down. */
  private static List<GraphProblem> cycles(Map<String, RevisionNode> byId) {
    Set<String> left = new TreeSet<>(byId.keySet());
    sorted(byId, followers(byId)).forEach(node -> left.remove(node.id()));
    List<GraphProblem> cycles = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String start : left) {
      List<String> path = new ArrayList<>();
      String at = start;
      while (seen.add(at)) {
        path.add(at);
        at = byId.get(at).downRevisions().stream().filter(left::contains).findFirst().orElseThrow();
      }
      int entry = path.indexOf(at);
      if (entry >= 0) {
        cycles.add(new GraphProblem.Cycle(List.copyOf(path.subList(entry, path.size()))));
      }
    }
    return cycles;
  }
}
