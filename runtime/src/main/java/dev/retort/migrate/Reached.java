package dev.retort.migrate;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.canonical.Json;
import dev.retort.canonical.JsonException;
import java.util.List;
import java.util.Optional;

/**
 * How far an operation has come that runs outside a transaction.
 *
 * @param index the quoted name of the index that comes or goes; empty if that had not begun
 * @param built the fingerprint of the operation that creates the index or fills the rows; empty if
 *     an index goes, or where an earlier version recorded it
 * @param after the primary key of the last row that a backfill has done, as texts; empty if none
 * @param rows how many rows a backfill has gone through
 */
record Reached(Optional<String> index, Optional<String> built, List<String> after, long rows) {

  static final Reached NOTHING = new Reached(Optional.empty(), Optional.empty(), List.of(), 0);

  Reached {
    after = List.copyOf(after);
  }

  static Reached index(String quotedName, Optional<String> built) {
    return new Reached(Optional.of(quotedName), built, List.of(), 0);
  }

  static Reached row(String built, List<String> key, long rows) {
    return new Reached(Optional.empty(), Optional.of(built), key, rows);
  }

  String text() {
    return members()
        .withOptional("index", index)
        .withOptional("built", built)
        .withUnlessEmpty("after", after, Json::text)
        .with("rows", Json.whole(rows))
        .build()
        .write();
  }

  /** What was written; nothing for what is not of this form. */
  static Reached of(Optional<String> text) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    try {
      Json.Members members = Json.parse(text.get()).asMembers();
      return new Reached(
          members.optionalText("index"),
          members.optionalText("built"),
          members.texts("after"),
          members.get("rows").asWhole());
    } catch (JsonException e) {
      return NOTHING;
    }
  }
}
