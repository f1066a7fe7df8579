package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.operation.Filling;
import dev.retort.operation.Filling.Assignment;
import java.time.Duration;

/** What a backfill writes as JSON, and back. */
final class FillingJson {

  private FillingJson() {}

  static MembersBuilder with(MembersBuilder members, Filling filling) {
    return members
        .withUnlessEmpty("set", filling.assignments(), FillingJson::write)
        .withOptional("where", filling.condition())
        .with("batchSize", Json.whole(filling.batchSize()))
        .with("pauseMillis", Json.whole(filling.pause().toMillis()));
  }

  private static Json write(Assignment assignment) {
    return members()
        .with("column", assignment.column())
        .with("to", assignment.expression())
        .build();
  }

  static Filling read(Json.Members members) {
    return new Filling(
        members.items("set").stream().map(FillingJson::readAssignment).toList(),
        members.optionalText("where"),
        Math.toIntExact(members.get("batchSize").asWhole()),
        Duration.ofMillis(members.get("pauseMillis").asWhole()));
  }

  private static Assignment readAssignment(Json json) {
    Json.Members members = json.asMembers();
    return new Assignment(members.text("column"), members.text("to"));
  }
}
