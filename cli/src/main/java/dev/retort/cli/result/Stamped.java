package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import java.util.List;

/**
 * What a stamp recorded.
 *
 * @param from the ids that were recorded before
 * @param to the ids that are recorded now; none for base
 */
public record Stamped(List<String> from, List<String> to) implements Result {

  @Override
  public String text(Style style) {
    return "Recorded that the database is at "
        + Text.place(to)
        + "; before, that was "
        + Text.place(from)
        + ". Nothing was run.\n";
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", "stamp")
        .with("from", Json.texts(from))
        .with("to", Json.texts(to))
        .build();
  }
}
