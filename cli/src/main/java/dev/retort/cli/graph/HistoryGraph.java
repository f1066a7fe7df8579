package dev.retort.cli.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Draws revisions below those that follow them, as {@code git log --graph} draws commits: a star
 * for each, a lane for each line of history that goes on below.
 */
public final class HistoryGraph {

  /**
   * A revision to draw.
   *
   * @param id its id
   * @param parents the ids of those that it follows, in order; what is not drawn is not among them
   * @param lines what is written beside it, at least one line
   */
  public record Node(String id, List<String> parents, List<String> lines) {

    public Node {
      parents = List.copyOf(parents);
      lines = List.copyOf(lines);
    }
  }

  /** The id that each lane leads to, from left to right. */
  private final List<String> lanes = new ArrayList<>();

  private final List<String> rows = new ArrayList<>();

  private HistoryGraph() {}

  /**
   * The drawing, in lines without trailing white space.
   *
   * @param newestFirst each before those that it follows
   */
  public static List<String> draw(List<Node> newestFirst) {
    HistoryGraph graph = new HistoryGraph();
    newestFirst.forEach(graph::add);
    return List.copyOf(graph.rows);
  }

  private void add(Node node) {
    if (!lanes.contains(node.id())) {
      lanes.add(node.id());
    }
    int lane = lanes.indexOf(node.id());
    while (lanes.lastIndexOf(node.id()) > lane) {
      int last = lanes.lastIndexOf(node.id());
      join(last, lanes.subList(0, last).lastIndexOf(node.id()));
    }
    String marks = row(lane, '*');
    String below = row(lane, node.parents().isEmpty() ? ' ' : '|');
    rows.add((marks + node.lines().get(0)).stripTrailing());
    node.lines().stream().skip(1).map(line -> (below + line).stripTrailing()).forEach(rows::add);
    if (node.parents().isEmpty()) {
      end(lane);
    } else {
      fork(lane, node.parents());
    }
  }

  /** All lanes, the given one with a mark of its own. */
  private String row(int lane, char mark) {
    StringBuilder row = lanes();
    row.setCharAt(2 * lane, mark);
    return row.toString();
  }

  private StringBuilder lanes() {
    return new StringBuilder("| ".repeat(lanes.size()));
  }

  /** Leads a lane into one on its left, a lane at a time; those on its right move up. */
  private void join(int from, int into) {
    lanes.remove(from);
    for (int at = from; at > into; at--) {
      StringBuilder row = at == from ? movingUp(from) : lanes();
      row.setCharAt(2 * at - 1, '/');
      rows.add(row.toString().stripTrailing());
    }
  }

  /** A lane that leads nowhere ends; those on its right move up. */
  private void end(int lane) {
    lanes.remove(lane);
    if (lane < lanes.size()) {
      rows.add(movingUp(lane).toString().stripTrailing());
    }
  }

  /** All lanes, those from the given one on coming from one place further right. */
  private StringBuilder movingUp(int first) {
    StringBuilder row = lanes();
    for (int at = first; at < lanes.size(); at++) {
      row.setCharAt(2 * at, ' ');
      row.setCharAt(2 * at + 1, '/');
    }
    return row;
  }

  /** The lane goes on to the first parent; each other one gets a lane of its own beside it. */
  private void fork(int lane, List<String> parents) {
    lanes.set(lane, parents.get(0));
    List<String> others = new ArrayList<>(parents.subList(1, parents.size()));
    Collections.reverse(others);
    for (String parent : others) {
      StringBuilder row = lanes();
      for (int at = lane + 1; at < lanes.size(); at++) {
        row.setCharAt(2 * at, ' ');
        row.setCharAt(2 * at + 1, '\\');
      }
      row.setCharAt(2 * lane + 1, '\\');
      rows.add(row.toString().stripTrailing());
      lanes.add(lane + 1, parent);
    }
  }
}
