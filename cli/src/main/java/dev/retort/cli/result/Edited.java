package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;

/**
 * A revision whose source was opened in an editor.
 *
 * @param revision its id
 * @param file its source
 */
public record Edited(String revision, String file) implements Result {

  @Override
  public String text(Style style) {
    return file + "\n";
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", "edit")
        .with("revision", revision)
        .with("file", file)
        .build();
  }
}
