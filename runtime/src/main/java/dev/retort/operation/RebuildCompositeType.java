package dev.retort.operation;

import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeTypes;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives a composite type other attributes, another order of them or other types: the old type steps
 * aside, a new one is created, and every column that holds values of it is converted attribute by
 * attribute, by their names, which rewrites its table. Composite types that contain it are rebuilt
 * with it.
 *
 * <p>It is what PostgreSQL has no statement for: it adds attributes at the end alone, and alters
 * the type of one only while no column holds values. The conversion is that of an assignment, which
 * fails on a value that does not fit; nothing is changed then.
 *
 * <p>Defaults of the columns, generated columns and foreign keys on them between tables must have
 * been dropped before and are added again after, as for {@link RebuildEnumType}; so must check
 * constraints and expressions of indexes that look into the values, which PostgreSQL refuses
 * (SQLSTATE 42883) or keeps for the old type. Drafts drop and add all of them.
 *
 * @param type the type's name
 * @param rebuild what it becomes
 */
public record RebuildCompositeType(QualifiedName type, CompositeRebuild rebuild)
    implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    CompositeType old = schema.requireCompositeType(type);
    requireOuter(CompositeTypes.containing(schema, type));
    requireColumns(schema, type, rebuild.columns());
    rebuild.outer().forEach(each -> requireColumns(schema, each.type().name(), each.columns()));
    for (Attribute attribute : rebuild.attributes()) {
      if (old.attribute(attribute.name()).isEmpty()
          && !rebuild.values().containsKey(attribute.name())) {
        throw new SchemaException(
            "composite type "
                + type
                + " has no attribute "
                + attribute.name()
                + ", and its rebuild gives it no value");
      }
    }
    ConvertedColumns.require(schema, "composite type " + type, rebuild.allColumns());
    return schema.withCompositeTypeChanged(type, t -> t.withAttributes(rebuild.attributes()));
  }

  private void requireOuter(List<CompositeType> outer) {
    List<CompositeType> named = rebuild.outer().stream().map(CompositeRebuild.Outer::type).toList();
    for (CompositeType each : outer) {
      if (!named.contains(each)) {
        throw new SchemaException(
            "composite type "
                + each.name()
                + " "
                + each.attributesInWords()
                + " contains composite type "
                + type
                + ", whose rebuild does not name it so");
      }
    }
    for (int i = 0; i < named.size(); i++) {
      CompositeType each = named.get(i);
      if (!outer.contains(each) || named.indexOf(each) < i) {
        throw new SchemaException(
            "the rebuild of composite type "
                + type
                + " names composite type "
                + each.name()
                + (outer.contains(each) ? " twice" : ", which does not contain it"));
      }
      for (CompositeType later : named.subList(i, named.size())) {
        if (each.contains(later.name())) {
          throw new SchemaException(
              "the rebuild of composite type "
                  + type
                  + " names composite type "
                  + each.name()
                  + " before "
                  + later.name()
                  + ", which it contains");
        }
      }
    }
  }

  private void requireColumns(Schema schema, QualifiedName of, List<EnumColumn> named) {
    List<EnumColumn> users = schema.columnsOf(of);
    for (EnumColumn user : users) {
      if (!named.contains(user)) {
        throw new SchemaException(
            "composite type "
                + of
                + " is also the type of column "
                + user
                + ", which the rebuild of "
                + type
                + " does not name");
      }
    }
    for (EnumColumn column : named) {
      if (!users.contains(column)) {
        throw new SchemaException(
            "the rebuild of composite type "
                + type
                + " names column "
                + column
                + ", which does not have type "
                + of);
      }
    }
  }

  /** The attributes come back, with NULL for those that went; given values stay. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    CompositeType old = before.requireCompositeType(type);
    Map<String, String> values = new TreeMap<>();
    for (Attribute attribute : old.attributes()) {
      if (rebuild.attributes().stream().noneMatch(a -> a.name().equals(attribute.name()))) {
        values.put(attribute.name(), "NULL");
      }
    }
    return Optional.of(
        List.of(
            new RebuildCompositeType(
                type,
                new CompositeRebuild(
                    old.attributes(), values, rebuild.columns(), rebuild.outer()))));
  }

  @Override
  public String describe() {
    return "rebuild composite type " + type;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
