package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.graph.HistoryGraph;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A history, drawn.
 *
 * @param newestFirst its revisions
 * @param verbose whether all that is known of each is told
 * @param currentKnown whether it was looked up which of them the database is at
 * @param unknown the revisions that the database is at and the application does not have
 */
public record History(
    List<RevisionView> newestFirst, boolean verbose, boolean currentKnown, List<String> unknown)
    implements Result {

  public History {
    newestFirst = List.copyOf(newestFirst);
    unknown = List.copyOf(unknown);
  }

  @Override
  public String text(Style style) {
    Set<String> drawn =
        newestFirst.stream().map(each -> each.info().id()).collect(Collectors.toSet());
    List<String> lines =
        HistoryGraph.draw(newestFirst.stream().map(each -> node(each, drawn, style)).toList());
    List<String> told = new ArrayList<>();
    unknown.forEach(
        id ->
            told.add(
                style.error(
                    "The database is at " + id + ", which this application does not have.")));
    return Text.lines(told) + Text.lines(lines).stripTrailing() + (lines.isEmpty() ? "" : "\n");
  }

  private HistoryGraph.Node node(RevisionView view, Set<String> drawn, Style style) {
    List<String> parents = view.info().downRevisions().stream().filter(drawn::contains).toList();
    List<String> lines = new ArrayList<>(List.of(view.line(style)));
    if (verbose) {
      lines = new ArrayList<>(view.entry(style));
      lines.add("");
    }
    return new HistoryGraph.Node(view.info().id(), parents, lines);
  }

  @Override
  public Json json() {
    MembersBuilder json =
        MembersBuilder.members()
            .with("command", "history")
            .with(
                "revisions",
                Json.items(
                    newestFirst.stream()
                        .map(each -> currentKnown ? each.jsonWithCurrent() : each.json())));
    if (!unknown.isEmpty()) {
      json.with("unknown", Json.texts(unknown));
    }
    return json.build();
  }
}
