package dev.retort.cli.result;

import dev.retort.DowngradeResult;
import dev.retort.UpgradeResult;
import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import dev.retort.migrate.AppliedRevision;
import java.util.List;

/**
 * What an upgrade or a downgrade did.
 *
 * @param command {@code upgrade} or {@code downgrade}
 * @param from the ids that the database was at; none for base
 * @param to the ids that it is at now
 * @param revisions those that were run, in order
 */
public record Migrated(
    String command, List<String> from, List<String> to, List<AppliedRevision> revisions)
    implements Result {

  public static Migrated ofUpgrade(UpgradeResult result) {
    return new Migrated("upgrade", result.from(), result.to(), result.applied());
  }

  public static Migrated ofDowngrade(DowngradeResult result) {
    return new Migrated("downgrade", result.from(), result.to(), result.reverted());
  }

  @Override
  public String text(Style style) {
    if (revisions.isEmpty()) {
      return "Nothing to do: the database is at " + Text.place(to) + ".\n";
    }
    return (command.equals("upgrade") ? "Upgraded" : "Downgraded")
        + " from "
        + Text.place(from)
        + " to "
        + Text.place(to)
        + ": "
        + Text.count(revisions.size(), "revision")
        + ".\n";
  }

  @Override
  public Json json() {
    return MembersBuilder.members()
        .with("command", command)
        .with("from", Json.texts(from))
        .with("to", Json.texts(to))
        .with("revisions", Json.items(revisions.stream().map(Migrated::json)))
        .build();
  }

  private static Json json(AppliedRevision revision) {
    return MembersBuilder.members()
        .with("revision", revision.id())
        .with("message", revision.message())
        .with("milliseconds", Json.whole(revision.duration().toMillis()))
        .build();
  }
}
