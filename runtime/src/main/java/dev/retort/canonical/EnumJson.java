package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.operation.EnumRebuild;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumPosition;
import dev.retort.schema.EnumType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enum types, and what is done to them, as JSON and back. */
final class EnumJson {

  private EnumJson() {}

  static Json write(EnumType type) {
    return members()
        .with("name", SchemaJson.write(type.name()))
        .withUnlessEmpty("labels", type.labels(), Json::text)
        .build();
  }

  static EnumType readType(Json json) {
    Json.Members members = json.asMembers();
    return new EnumType(SchemaJson.readName(members.get("name")), texts(members, "labels"));
  }

  /** Adds {@code before} or {@code after}, or nothing for the end. */
  static MembersBuilder with(MembersBuilder members, Optional<EnumPosition> position) {
    position.ifPresent(p -> members.with(word(p.side()), p.neighbour()));
    return members;
  }

  static Optional<EnumPosition> readPosition(Json.Members members) {
    return members
        .optionalText(word(EnumPosition.Side.BEFORE))
        .map(EnumPosition::before)
        .or(() -> members.optionalText(word(EnumPosition.Side.AFTER)).map(EnumPosition::after));
  }

  private static String word(EnumPosition.Side side) {
    return switch (side) {
      case BEFORE -> "before";
      case AFTER -> "after";
    };
  }

  static MembersBuilder with(MembersBuilder members, EnumRebuild rebuild) {
    return members
        .withUnlessEmpty("labels", rebuild.labels(), Json::text)
        .withUnlessEmpty(
            "replacements",
            List.copyOf(rebuild.replacements().entrySet()),
            each -> Json.texts(List.of(each.getKey(), each.getValue())))
        .withUnlessEmpty("columns", rebuild.columns(), EnumJson::write);
  }

  static EnumRebuild readRebuild(Json.Members members) {
    Map<String, String> replacements = new LinkedHashMap<>();
    for (Json item : members.items("replacements")) {
      List<Json> pair = item.asItems();
      if (pair.size() != 2) {
        throw new JsonException("expected a label and its replacement, not " + item.write());
      }
      replacements.put(pair.get(0).asText(), pair.get(1).asText());
    }
    return new EnumRebuild(
        texts(members, "labels"),
        replacements,
        members.items("columns").stream().map(EnumJson::readColumn).toList());
  }

  static Json write(EnumColumn column) {
    MembersBuilder members =
        members().with("table", SchemaJson.write(column.table())).with("column", column.column());
    if (column.arrayDimensions() > 0) {
      members.with("array", Json.whole(column.arrayDimensions()));
    }
    return members.build();
  }

  static EnumColumn readColumn(Json json) {
    Json.Members members = json.asMembers();
    return new EnumColumn(
        SchemaJson.readName(members.get("table")),
        members.text("column"),
        members.optional("array").map(item -> Math.toIntExact(item.asWhole())).orElse(0));
  }

  private static List<String> texts(Json.Members members, String name) {
    return members.items(name).stream().map(Json::asText).toList();
  }
}
