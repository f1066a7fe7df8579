package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import dev.retort.migrate.DryRun;
import dev.retort.migrate.LockedTable;
import dev.retort.migrate.PlannedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an upgrade or a downgrade would do.
 *
 * @param command {@code upgrade} or {@code downgrade}
 * @param run what it would do
 */
public record DryRunTold(String command, DryRun run) implements Result {

  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

  @Override
  public String text(Style style) {
    if (run.revisions().isEmpty()) {
      return "Nothing to do: the database is at " + Text.place(run.to()) + ".\n";
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        "Would "
            + command
            + " from "
            + Text.place(run.from())
            + " to "
            + Text.place(run.to())
            + ": "
            + Text.count(run.revisions().size(), "revision")
            + ". Nothing was run.");
    for (PlannedRevision planned : run.revisions()) {
      lines.add("");
      lines.add((style.id(planned.revision().id()) + " " + planned.revision().message()).strip());
      planned.locks().forEach(lock -> lines.add("  " + style.mark(line(lock))));
      if (planned.unknownLocks()) {
        lines.add("  " + style.mark("locks also what its own SQL or code locks"));
      }
      planned.statements().stream()
          .flatMap(statement -> (statement.startsWith("--") ? statement : statement + ";").lines())
          .forEach(line -> lines.add("  " + line));
    }
    return Text.lines(lines.stream().map(String::stripTrailing).toList());
  }

  private static String line(LockedTable lock) {
    String blocks =
        lock.mode().blocksReads()
            ? ", which blocks reads and writes"
            : lock.mode().blocksWrites() ? ", which blocks writes" : "";
    String rows =
        lock.rows() < 0 ? "rows not counted yet" : "about " + Text.count(lock.rows(), "row");
    return "locks "
        + lock.table()
        + " in "
        + lock.mode().words()
        + " mode"
        + blocks
        + ": "
        + rows
        + ", "
        + size(lock.bytes());
  }

  private static String size(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1024 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || size >= 10 ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", command)
        .with("dryRun", new Json.Flag(true))
        .with("from", Json.texts(run.from()))
        .with("to", Json.texts(run.to()))
        .with("revisions", Json.items(run.revisions().stream().map(DryRunTold::json)))
        .build();
  }

  private static Json json(PlannedRevision planned) {
    return MembersBuilder.members()
        .with("revision", planned.revision().id())
        .with("message", planned.revision().message())
        .with("statements", Json.texts(planned.statements()))
        .with("locks", Json.items(planned.locks().stream().map(DryRunTold::json)))
        .with("unknownLocks", new Json.Flag(planned.unknownLocks()))
        .build();
  }

  private static Json json(LockedTable lock) {
    MembersBuilder json =
        MembersBuilder.members()
            .with("table", lock.table().toString())
            .with("mode", lock.mode().words())
            .with("blocksReads", new Json.Flag(lock.mode().blocksReads()))
            .with("blocksWrites", new Json.Flag(lock.mode().blocksWrites()));
    if (lock.rows() >= 0) {
      json.with("rows", Json.whole(lock.rows()));
    }
    return json.with("bytes", Json.whole(lock.bytes())).build();
  }
}
