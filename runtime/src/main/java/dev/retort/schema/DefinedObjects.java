package dev.retort.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of a schema that are SQL text: views, functions, triggers.
 *
 * @param byId each by what tells it from the others, in the order of their creation (equality
 *     ignores the order)
 */
public record DefinedObjects(Map<ObjectId, DefinedObject> byId) {

  /** None. */
  public static final DefinedObjects NONE = new DefinedObjects(Map.of());

  public DefinedObjects {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  /**
   * The given objects.
   *
   * @throws SchemaException if one of them is there twice
   */
  public static DefinedObjects of(Iterable<? extends DefinedObject> objects) {
    Map<ObjectId, DefinedObject> byId = new LinkedHashMap<>();
    for (DefinedObject object : objects) {
      if (byId.put(object.id(), object) != null) {
        throw new SchemaException(object.id() + " is there twice");
      }
    }
    return new DefinedObjects(byId);
  }

  public boolean isEmpty() {
    return byId.isEmpty();
  }

  public Optional<DefinedObject> find(ObjectId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The object with that id.
   *
   * @throws SchemaException if there is none
   */
  public DefinedObject require(ObjectId id) {
    return find(id)
        .orElseThrow(
            () ->
                SchemaException.missing(
                    "there is no " + id,
                    id.toString(),
                    byId.keySet().stream()
                        .filter(other -> other.kind() == id.kind())
                        .map(ObjectId::toString)
                        .toList()));
  }

  public Stream<DefinedObject> stream() {
    return byId.values().stream();
  }

  /** The triggers on a table or view. */
  public List<DefinedObject> triggersOn(QualifiedName table) {
    return byId.isEmpty() ? List.of() : stream().filter(each -> isOn(each, table)).toList();
  }

  private static boolean isOn(DefinedObject object, QualifiedName table) {
    return object instanceof Trigger trigger && trigger.table().equals(table);
  }

  DefinedObjects with(DefinedObject object) {
    Map<ObjectId, DefinedObject> edited = new LinkedHashMap<>(byId);
    edited.put(object.id(), object);
    return new DefinedObjects(edited);
  }

  DefinedObjects without(ObjectId id) {
    Map<ObjectId, DefinedObject> edited = new LinkedHashMap<>(byId);
    edited.remove(id);
    return new DefinedObjects(edited);
  }

  DefinedObjects withoutTriggersOn(QualifiedName table) {
    DefinedObjects left = this;
    for (DefinedObject trigger : triggersOn(table)) {
      left = left.without(trigger.id());
    }
    return left;
  }

  /** Triggers follow their table, and so do views that surely read it. */
  DefinedObjects withTableRenamed(QualifiedName from, QualifiedName to) {
    if (isEmpty()) {
      return this;
    }
    Map<ObjectId, DefinedObject> edited = new LinkedHashMap<>();
    stream()
        .map(each -> withTableRenamed(each, from, to))
        .forEach(each -> edited.put(each.id(), each));
    return new DefinedObjects(edited);
  }

  private static DefinedObject withTableRenamed(
      DefinedObject object, QualifiedName from, QualifiedName to) {
    if (object instanceof Trigger trigger && trigger.table().equals(from)) {
      return trigger.withTable(to);
    }
    if (!(object instanceof View view)) {
      return object;
    }
    Definition old = view.definition();
    return view.withDefinition(
        new Definition(
            MentionedName.withRelationRenamed(old.sql(), from, to),
            old.comment(),
            old.dependsOn()));
  }

  /** The view of that name, materialized or not. */
  public Optional<DefinedObject> view(QualifiedName name) {
    return byId.isEmpty()
        ? Optional.empty()
        : find(ObjectId.view(name)).or(() -> find(ObjectId.materializedView(name)));
  }
}
