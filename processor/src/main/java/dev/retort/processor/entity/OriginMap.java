package dev.retort.processor.entity;

import dev.retort.processor.entity.relational.NumberedColumn;
import dev.retort.processor.entity.relational.Origins;
import dev.retort.processor.report.Finding;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** Collects origins by their path in the schema. */
final class OriginMap implements Origins {

  private final Map<SchemaPath, Element> origins = new HashMap<>();
  private final Map<ObjectId, Finding.Place> objects = new HashMap<>();
  private final Map<QualifiedName, Set<SchemaPath>> numbered = new HashMap<>();

  Map<SchemaPath, Element> asMap() {
    return origins;
  }

  Map<QualifiedName, Set<SchemaPath>> numbered() {
    return numbered;
  }

  Map<ObjectId, Finding.Place> objects() {
    return objects;
  }

  @Override
  public void table(QualifiedName table, Element origin) {
    origins.put(SchemaPath.table(table), origin);
  }

  @Override
  public void column(QualifiedName table, String column, Element origin) {
    origins.put(SchemaPath.column(table, column), origin);
  }

  @Override
  public void constraint(QualifiedName table, String constraint, Element origin) {
    origins.put(SchemaPath.constraint(table, constraint), origin);
  }

  @Override
  public void index(QualifiedName table, String index, Element origin) {
    origins.put(SchemaPath.index(table, index), origin);
  }

  @Override
  public void sequence(QualifiedName sequence, Element origin) {
    origins.put(SchemaPath.sequence(sequence), origin);
  }

  @Override
  public void numbered(QualifiedName sequence, NumberedColumn column) {
    numbered
        .computeIfAbsent(sequence, s -> new LinkedHashSet<>())
        .add(SchemaPath.column(column.table(), column.column()));
  }

  @Override
  public void enumType(QualifiedName enumType, Element origin) {
    origins.put(SchemaPath.enumType(enumType), origin);
  }

  @Override
  public void object(ObjectId id, Element origin) {
    objects.put(id, Finding.Place.of(origin));
  }

  @Override
  public void compositeType(QualifiedName compositeType, Element origin) {
    origins.put(SchemaPath.compositeType(compositeType), origin);
  }

  @Override
  public void attribute(QualifiedName compositeType, String attribute, Element origin) {
    origins.put(SchemaPath.attribute(compositeType, attribute), origin);
  }
}
