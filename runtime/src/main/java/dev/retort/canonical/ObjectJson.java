package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.Definition;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.TreeMap;

/** Views, functions and triggers as JSON, and back. */
final class ObjectJson {

  private ObjectJson() {}

  static List<DefinedObject> sorted(Schema schema) {
    return List.copyOf(new TreeMap<>(schema.definedObjects().byId()).values());
  }

  static DefinedObjects readAll(List<Json> items) {
    return DefinedObjects.of(items.stream().map(ObjectJson::read).toList());
  }

  static Json write(DefinedObject object) {
    MembersBuilder members =
        members()
            .with("kind", object.id().kind().words())
            .with("name", SchemaJson.write(object.id().name()));
    if (object instanceof Routine routine) {
      members.withUnlessEmpty("arguments", routine.arguments());
    } else if (object instanceof Trigger trigger) {
      members
          .with("table", trigger.table().local())
          .withFlag("constraint", trigger.constraint())
          .with("fires", trigger.fires());
    }
    Definition definition = object.definition();
    return members
        .with("definition", definition.sql())
        .withOptional("comment", definition.comment())
        .withUnlessEmpty("dependsOn", definition.dependsOn(), Json::text)
        .build();
  }

  static DefinedObject read(Json json) {
    Json.Members members = json.asMembers();
    QualifiedName name = SchemaJson.readName(members.get("name"));
    Definition definition =
        new Definition(
            members.text("definition"),
            members.optionalText("comment"),
            members.texts("dependsOn"));
    ObjectId.Kind kind = kind(members);
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW ->
          new View(name, kind == ObjectId.Kind.MATERIALIZED_VIEW, definition);
      case FUNCTION, PROCEDURE ->
          new Routine(
              name,
              kind == ObjectId.Kind.PROCEDURE,
              members.optionalText("arguments").orElse(""),
              definition);
      case TRIGGER ->
          new Trigger(
              name.withLocal(members.text("table")),
              name.local(),
              members.flag("constraint"),
              members.text("fires"),
              definition);
    };
  }

  static Json write(ObjectId id) {
    return members()
        .with("kind", id.kind().words())
        .with("name", SchemaJson.write(id.name()))
        .withUnlessEmpty(id.kind() == ObjectId.Kind.TRIGGER ? "table" : "arguments", id.within())
        .build();
  }

  static ObjectId readId(Json json) {
    Json.Members members = json.asMembers();
    ObjectId.Kind kind = kind(members);
    String within =
        kind == ObjectId.Kind.TRIGGER
            ? members.text("table")
            : members.optionalText("arguments").orElse("");
    return new ObjectId(kind, SchemaJson.readName(members.get("name")), within);
  }

  private static ObjectId.Kind kind(Json.Members members) {
    String word = members.text("kind");
    for (ObjectId.Kind kind : ObjectId.Kind.values()) {
      if (kind.words().equals(word)) {
        return kind;
      }
    }
    throw new JsonException("unknown kind of object '" + word + "'");
  }
}
