package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * The revisions at which the history parts into branches.
 *
 * @param points each with those that follow it
 * @param verbose whether all that is known of each is told
 */
public record Branched(List<Point> points, boolean verbose) implements Result {

  /**
   * A revision that several follow.
   *
   * @param revision the revision
   * @param into those that follow it
   */
  public record Point(RevisionView revision, List<RevisionView> into) {

    public Point {
      into = List.copyOf(into);
    }
  }

  public Branched {
    points = List.copyOf(points);
  }

  @Override
  public String text(Style style) {
    List<String> lines = new ArrayList<>();
    for (Point point : points) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      if (verbose) {
        lines.addAll(point.revision().entry(style));
      } else {
        lines.add(point.revision().line(style));
      }
      point.into().forEach(next -> lines.add("  -> " + next.line(style)));
    }
    return Text.lines(lines);
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", "branches")
        .with("branchPoints", Json.items(points.stream().map(Branched::json)))
        .build();
  }

  private static Json json(Point point) {
    return MembersBuilder.members()
        .with("revision", point.revision().json())
        .with("into", Json.items(point.into().stream().map(RevisionView::json)))
        .build();
  }
}
