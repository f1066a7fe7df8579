package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Style;
import dev.retort.migrate.UnfinishedRevision;
import java.util.Locale;

/**
 * A revision that was begun and has not ended.
 *
 * @param recorded what is recorded of it
 * @param finish the command that finishes it, as it is typed
 */
public record Begun(UnfinishedRevision recorded, String finish) {

  private String word() {
    return recorded.direction().name().toLowerCase(Locale.ROOT);
  }

  String text(Style style) {
    return style.error(
            "The "
                + word()
                + " of revision "
                + recorded.revision()
                + " has not ended: "
                + Text.count(recorded.done(), "operation")
                + " done.")
        + " To finish it: "
        + finish;
  }

  Json json() {
    return MembersBuilder.members()
        .with("revision", recorded.revision())
        .with("direction", word())
        .with("operationsDone", Json.whole(recorded.done()))
        .build();
  }
}
