package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * A view or a materialized view.
 *
 * @param name its name, which no table, sequence, index or type of the namespace has
 * @param materialized whether it keeps the rows of its query
 * @param definition its query
 */
public record View(QualifiedName name, boolean materialized, Definition definition)
    implements DefinedObject {

  public View {
    requireNonNull(name, "name");
    requireNonNull(definition, "definition");
  }

  @Override
  public ObjectId id() {
    return materialized ? ObjectId.materializedView(name) : ObjectId.view(name);
  }

  @Override
  public View withDefinition(Definition newDefinition) {
    return new View(name, materialized, newDefinition);
  }

  @Override
  public boolean sameText(DefinedObject other) {
    return id().equals(other.id()) && definition.sameText(other.definition());
  }

  @Override
  public Set<String> names() {
    return definition.names();
  }
}
