package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;

/** Retort's own tables are there. */
public record EnsuredVersion() implements Result {

  @Override
  public String text(Style style) {
    return "The tables retort_version and retort_history are there.\n";
  }

  @Override
  public Json json() {
    return MembersBuilder.members().with("command", "ensure-version").build();
  }
}
