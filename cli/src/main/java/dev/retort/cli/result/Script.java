package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;

/**
 * A script that psql runs in place of a command.
 *
 * @param command the command
 * @param sql the script, ending in a line break
 */
public record Script(String command, String sql) implements Result {

  @Override
  public String text(Style style) {
    return sql;
  }

  @Override
  public Json json() {
    return MembersBuilder.members().with("command", command).with("sql", sql).build();
  }
}
