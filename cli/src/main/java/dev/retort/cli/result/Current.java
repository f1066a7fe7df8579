package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.ExitCode;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the database is at.
 *
 * @param at the revisions that are recorded; none at base
 * @param verbose whether all that is known of each is told
 * @param missingHeads the heads that the database was to be at and is not, where that was asked
 * @param upgrade the command that leads there, as it is typed
 * @param begun the revision that was begun and has not ended, if there is one
 */
public record Current(
    List<At> at, boolean verbose, List<String> missingHeads, String upgrade, Optional<Begun> begun)
    implements Result {

  /**
   * A recorded revision.
   *
   * @param id its id
   * @param known it, if the application has it
   */
  public record At(String id, Optional<RevisionView> known) {}

  public Current {
    at = List.copyOf(at);
    missingHeads = List.copyOf(missingHeads);
  }

  @Override
  public ExitCode exitCode() {
    return missingHeads.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }

  @Override
  public String text(Style style) {
    List<String> lines = new ArrayList<>();
    for (At each : at) {
      String unknown = style.id(each.id()) + " " + style.error("(unknown to this application)");
      if (verbose && !lines.isEmpty()) {
        lines.add("");
      }
      if (verbose) {
        lines.addAll(each.known().map(view -> view.entry(style)).orElse(List.of(unknown)));
      } else {
        lines.add(each.known().map(view -> view.line(style)).orElse(unknown));
      }
    }
    if (at.isEmpty()) {
      lines.add("base: no revision is applied");
    }
    begun.ifPresent(each -> lines.add(each.text(style)));
    if (!missingHeads.isEmpty()) {
      lines.add(
          style.error("The database is not at " + Text.place(missingHeads) + ".")
              + " To go there: "
              + upgrade);
    }
    return Text.lines(lines);
  }

  @Override
  public Json json() {
    MembersBuilder json =
        MembersBuilder.members()
            .with("command", "current")
            .with("revisions", Json.items(at.stream().map(Current::json)))
            .with("missingHeads", Json.texts(missingHeads));
    begun.ifPresent(each -> json.with("unfinished", each.json()));
    return json.build();
  }

  private static Json json(At at) {
    return at.known()
        .map(RevisionView::json)
        .orElseGet(
            () ->
                MembersBuilder.members()
                    .with("revision", at.id())
                    .with("unknown", new Json.Flag(true))
                    .build());
  }
}
