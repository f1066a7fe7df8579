package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import java.util.List;

/**
 * Changed revisions that were accepted.
 *
 * @param revisions their ids, in order; none if all were as they were applied
 */
public record Repaired(List<String> revisions) implements Result {

  public Repaired {
    revisions = List.copyOf(revisions);
  }

  @Override
  public String text(Style style) {
    return revisions.isEmpty()
        ? "Nothing to do: all revisions are as they were applied.\n"
        : "Recorded as they are now: " + String.join(", ", revisions) + ". Nothing else was run.\n";
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", "repair")
        .with("revisions", Json.texts(revisions))
        .build();
  }
}
