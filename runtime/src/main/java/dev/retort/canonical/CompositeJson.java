package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.operation.CompositeRebuild;
import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.EnumColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Composite types, and what is done to them, as JSON and back. */
final class CompositeJson {

  private CompositeJson() {}

  static Json write(CompositeType type) {
    return members()
        .with("name", SchemaJson.write(type.name()))
        .withUnlessEmpty("attributes", type.attributes(), CompositeJson::write)
        .build();
  }

  static CompositeType readType(Json json) {
    Json.Members members = json.asMembers();
    return new CompositeType(SchemaJson.readName(members.get("name")), attributes(members));
  }

  static Json write(Attribute attribute) {
    return members()
        .with("name", attribute.name())
        .with("type", SchemaJson.write(attribute.type()))
        .build();
  }

  static Attribute readAttribute(Json json) {
    Json.Members members = json.asMembers();
    return new Attribute(members.text("name"), SchemaJson.readType(members.get("type")));
  }

  private static List<Attribute> attributes(Json.Members members) {
    return members.items("attributes").stream().map(CompositeJson::readAttribute).toList();
  }

  static MembersBuilder with(MembersBuilder members, CompositeRebuild rebuild) {
    return members
        .withUnlessEmpty("attributes", rebuild.attributes(), CompositeJson::write)
        .withUnlessEmpty(
            "values",
            List.copyOf(rebuild.values().entrySet()),
            each -> Json.texts(List.of(each.getKey(), each.getValue())))
        .withUnlessEmpty("columns", rebuild.columns(), EnumJson::write)
        .withUnlessEmpty("outer", rebuild.outer(), CompositeJson::write);
  }

  private static Json write(CompositeRebuild.Outer outer) {
    return members()
        .with("type", write(outer.type()))
        .withUnlessEmpty("columns", outer.columns(), EnumJson::write)
        .build();
  }

  private static CompositeRebuild.Outer readOuter(Json json) {
    Json.Members members = json.asMembers();
    return new CompositeRebuild.Outer(readType(members.get("type")), columns(members));
  }

  private static List<EnumColumn> columns(Json.Members members) {
    return members.items("columns").stream().map(EnumJson::readColumn).toList();
  }

  static CompositeRebuild readRebuild(Json.Members members) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Json item : members.items("values")) {
      List<Json> pair = item.asItems();
      if (pair.size() != 2) {
        throw new JsonException("expected an attribute and its value, not " + item.write());
      }
      values.put(pair.get(0).asText(), pair.get(1).asText());
    }
    return new CompositeRebuild(
        attributes(members),
        values,
        columns(members),
        members.items("outer").stream().map(CompositeJson::readOuter).toList());
  }
}
