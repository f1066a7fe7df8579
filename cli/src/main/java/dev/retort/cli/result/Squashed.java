package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import dev.retort.cli.project.Drafting.Draft;
import java.util.List;

/**
 * A revision that stands in place of several now.
 *
 * @param draft the revision
 * @param removed the sources that are gone
 */
public record Squashed(Draft draft, List<String> removed) implements Result {

  public Squashed {
    removed = List.copyOf(removed);
  }

  @Override
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append("Squashed into revision ").append(style.id(draft.id()));
    text.append(" in ").append(draft.file()).append('\n');
    removed.forEach(file -> text.append("removed ").append(file).append('\n'));
    return text.append('\n')
        .append(draft.source().strip())
        .append("\n\n")
        .append(draft.upgradeSql().strip())
        .append("\n\n")
        .append(draft.downgradeSql().strip())
        .append("\n\n")
        .append(Drafted.COMPILE)
        .toString();
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", "squash")
        .with("revision", draft.id())
        .with("file", draft.file())
        .with("removed", Json.texts(removed))
        .with("source", draft.source())
        .with("upgradeSql", draft.upgradeSql())
        .with("downgradeSql", draft.downgradeSql())
        .build();
  }
}
