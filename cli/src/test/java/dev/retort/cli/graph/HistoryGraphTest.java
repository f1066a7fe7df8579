package dev.retort.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.cli.graph.HistoryGraph.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryGraphTest {

  @Test
  void aLine() {
    assertDrawn(
        """
        * c
        * b
        * a
        """,
        node("c", "b"),
        node("b", "a"),
        node("a"));
  }

  @Test
  void nothing() {
    assertThat(HistoryGraph.draw(List.of())).isEmpty();
  }

  @Test
  void aFork() {
    assertDrawn(
        """
        * c
        | * b
        |/
        * a
        """,
        node("c", "a"),
        node("b", "a"),
        node("a"));
  }

  @Test
  void aForkOfThreeWhoseBranchesHaveLengths() {
    assertDrawn(
        """
        * d2
        * d
        | * c
        | | * b
        | |/
        |/
        * a
        """,
        node("d2", "d"),
        node("d", "a"),
        node("c", "a"),
        node("b", "a"),
        node("a"));
  }

  @Test
  void aMerge() {
    assertDrawn(
        """
        * d
        |\\
        | * c
        * | b
        |/
        * a
        """,
        node("d", "b", "c"),
        node("c", "a"),
        node("b", "a"),
        node("a"));
  }

  @Test
  void aMergeOfThree() {
    assertDrawn(
        """
        * e
        |\\
        |\\ \\
        | | * d
        | |/
        | * c
        * | b
        |/
        * a
        """,
        node("e", "b", "c", "d"),
        node("d", "c"),
        node("c", "a"),
        node("b", "a"),
        node("a"));
  }

  @Test
  void severalBases() {
    assertDrawn(
        """
        * d
        |\\
        | * c
        * b
        * a
        """,
        node("d", "b", "c"),
        node("c"),
        node("b", "a"),
        node("a"));
    assertDrawn(
        """
        * b
        * a
        """,
        node("b"),
        node("a"));
  }

  @Test
  void aBaseLeftOfALaneThatGoesOn() {
    assertDrawn(
        """
        * d
        |\\
        * | b
         /
        * c
        * a
        """,
        node("d", "b", "c"),
        node("b"),
        node("c", "a"),
        node("a"));
  }

  @Test
  void aLaneIsLedPastAnother() {
    assertDrawn(
        """
        * m
        |\\
        | * y
        | | * z
        | |/
        |/|
        * | x
        |/
        * a
        """,
        node("m", "x", "y"),
        node("y", "a"),
        node("z", "x"),
        node("x", "a"),
        node("a"));
  }

  @Test
  void severalLinesForEach() {
    assertDrawn(
        """
        * d
        | more of d
        |\\
        | * c
        | | more of c
        * | b
        | | more of b
        |/
        * a
          more of a
        """,
        node("d", List.of("d", "more of d"), "b", "c"),
        node("c", List.of("c", "more of c"), "a"),
        node("b", List.of("b", "more of b"), "a"),
        node("a", List.of("a", "more of a")));
  }

  private static Node node(String id, String... parents) {
    return node(id, List.of(id), parents);
  }

  private static Node node(String id, List<String> lines, String... parents) {
    return new Node(id, List.of(parents), lines);
  }

  private static void assertDrawn(String expected, Node... newestFirst) {
    assertThat(String.join("\n", HistoryGraph.draw(List.of(newestFirst))) + "\n")
        .isEqualTo(expected);
  }
}
