package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Some revisions, one below the other.
 *
 * @param command the command that lists them
 * @param revisions the revisions
 * @param verbose whether all that is known of each is told
 */
public record Listed(String command, List<RevisionView> revisions, boolean verbose)
    implements Result {

  public Listed {
    revisions = List.copyOf(revisions);
  }

  @Override
  public String text(Style style) {
    if (revisions.isEmpty() && command.equals("show")) {
      return "base: before the first revision\n";
    }
    if (!verbose) {
      return Text.lines(revisions.stream().map(each -> each.line(style)).toList());
    }
    List<String> lines = new ArrayList<>();
    for (RevisionView revision : revisions) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(revision.entry(style));
    }
    return Text.lines(lines);
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", command)
        .with("revisions", Json.items(revisions.stream().map(RevisionView::json)))
        .build();
  }
}
