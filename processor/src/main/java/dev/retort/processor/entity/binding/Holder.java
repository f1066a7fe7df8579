package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.relational.TableDraft;

/**
 * Where an attribute is: the table that its columns go to and what its surroundings say.
 *
 * @param entity the entity
 * @param table the table
 * @param path the attribute's path in the entity, up to it: empty, or ending with a dot
 * @param namePath the path as names of columns take it, which knows elements, values and keys
 * @param overrides the overrides in force
 * @param nullability what the surroundings say about NULL
 * @param component whether this is inside an embeddable
 */
record Holder(
    EntityBinding entity,
    TableDraft table,
    String path,
    String namePath,
    Overrides overrides,
    Nullability nullability,
    boolean component) {

  Holder withNullability(Nullability other) {
    return new Holder(entity, table, path, namePath, overrides, other, component);
  }

  Holder withTable(TableDraft other) {
    return new Holder(entity, other, path, namePath, overrides, nullability, component);
  }

  Holder withOverrides(Overrides other) {
    return new Holder(entity, table, path, namePath, other, nullability, component);
  }

  /** Inside an embedded attribute. */
  Holder inside(String attribute, Overrides innerOverrides) {
    return new Holder(
        entity,
        table,
        path + attribute + ".",
        namePath + attribute + ".",
        innerOverrides,
        nullability,
        true);
  }
}
