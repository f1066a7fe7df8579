package dev.retort.schema;

import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL asks of views, functions and triggers. Their text is not parsed: only what it
 * would surely refuse is refused here.
 */
final class ObjectRules {

  private ObjectRules() {}

  static DefinedObjects with(Schema schema, DefinedObject added) {
    DefinedObjects objects = schema.definedObjects();
    ObjectId id = added.id();
    if (objects.find(id).isPresent()) {
      throw new SchemaException("there is already a " + id);
    }
    if (added instanceof View view) {
      requireFree(schema, view.name());
    } else if (added instanceof Routine routine) {
      ObjectId other =
          routine.procedure()
              ? ObjectId.function(routine.name(), routine.arguments())
              : ObjectId.procedure(routine.name(), routine.arguments());
      if (objects.find(other).isPresent()) {
        throw new SchemaException("there is already a " + other);
      }
    } else if (added instanceof Trigger trigger && objects.view(trigger.table()).isEmpty()) {
      schema.requireTable(trigger.table());
    }
    return objects.with(added);
  }

  /** A view is a relation, and has a type of its name. */
  private static void requireFree(Schema schema, QualifiedName name) {
    RelationNames.taker(schema, name.namespace(), Set.of(name.local()))
        .ifPresent(
            taker -> {
              throw new SchemaException("there is already " + taker);
            });
    EnumTypes.requireNone(schema, name);
  }

  static DefinedObjects changed(Schema schema, DefinedObject object) {
    DefinedObject old = schema.definedObjects().require(object.id());
    if (object instanceof Routine routine
        && old instanceof Routine before
        && !routine.canReplace(before)) {
      throw new SchemaException(
          object.id()
              + " cannot be replaced by one that returns something else or has other defaults; drop"
              + " it and create it");
    }
    return schema.definedObjects().with(object);
  }

  static DefinedObjects without(Schema schema, ObjectId id) {
    DefinedObjects objects = schema.definedObjects();
    objects.require(id);
    if (id.kind().isView()) {
      requireNotRead(schema, id.name(), id.toString());
      objects = objects.withoutTriggersOn(id.name());
    }
    if (id.kind() == ObjectId.Kind.FUNCTION && id.within().isEmpty()) {
      objects.stream()
          .filter(each -> each instanceof Trigger trigger && trigger.surelyExecutes(id.name()))
          .findFirst()
          .ifPresent(
              trigger -> {
                throw new SchemaException(id + " is executed by " + trigger.id());
              });
    }
    return objects.without(id);
  }

  /** What is left of the objects when a table goes: its triggers go with it. */
  static DefinedObjects withoutTable(Schema schema, QualifiedName table) {
    requireNotRead(schema, table, "table " + table);
    return schema.definedObjects().withoutTriggersOn(table);
  }

  private static void requireNotRead(Schema schema, QualifiedName relation, String what) {
    Optional<DefinedObject> reader =
        schema.definedObjects().stream()
            .filter(each -> each instanceof View view && !view.name().equals(relation))
            .filter(
                each -> MentionedName.relationsReadBy(each.definition().sql()).contains(relation))
            .findFirst();
    if (reader.isPresent()) {
      throw new SchemaException(what + " is read by " + reader.get().id());
    }
  }

  static Optional<String> taker(Schema schema, Optional<String> namespace, Set<String> names) {
    return schema.definedObjects().stream()
        .filter(each -> each instanceof View)
        .map(DefinedObject::id)
        .filter(id -> id.name().namespace().equals(namespace) && names.contains(id.name().local()))
        .findFirst()
        .map(id -> "a " + id);
  }

  static void requireNoView(Schema schema, QualifiedName name) {
    schema
        .definedObjects()
        .view(name)
        .ifPresent(
            view -> {
              throw new SchemaException("there is already a " + view.id());
            });
  }
}
