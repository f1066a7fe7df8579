package dev.retort.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a schema's composite types have to do with each other and with its other objects. Values of
 * a composite type may hold values of others, and no type holds itself.
 */
public final class CompositeTypes {

  private CompositeTypes() {}

  /**
   * The types in an order in which each can be created: after those that its attributes are of. It
   * depends on their names alone where that leaves a choice.
   */
  public static List<CompositeType> inOrder(Collection<CompositeType> types) {
    Map<QualifiedName, CompositeType> byName = new TreeMap<>();
    types.forEach(type -> byName.put(type.name(), type));
    List<CompositeType> ordered = new ArrayList<>();
    Set<QualifiedName> seen = new HashSet<>();
    byName.values().forEach(type -> place(type, byName, seen, ordered));
    return List.copyOf(ordered);
  }

  private static void place(
      CompositeType type,
      Map<QualifiedName, CompositeType> all,
      Set<QualifiedName> seen,
      List<CompositeType> ordered) {
    if (!seen.add(type.name())) {
      return;
    }
    for (Attribute attribute : type.attributes()) {
      attribute
          .type()
          .userDefinedName()
          .map(all::get)
          .ifPresent(needed -> place(needed, all, seen, ordered));
    }
    ordered.add(type);
  }

  /**
   * The types with an attribute of the given type, with an attribute of such a type, and so on;
   * each after those of its attributes.
   */
  public static List<CompositeType> containing(Schema schema, QualifiedName type) {
    return containing(schema.compositeTypes().values(), type);
  }

  private static List<CompositeType> containing(
      Collection<CompositeType> types, QualifiedName type) {
    Map<QualifiedName, CompositeType> found = new TreeMap<>();
    addContaining(types, type, found);
    return inOrder(found.values());
  }

  private static void addContaining(
      Collection<CompositeType> types,
      QualifiedName type,
      Map<QualifiedName, CompositeType> found) {
    for (CompositeType each : types) {
      if (each.contains(type) && found.putIfAbsent(each.name(), each) == null) {
        addContaining(types, each.name(), found);
      }
    }
  }

  /**
   * The columns that hold values of the given type: of it, of arrays of it, and of composite types
   * that contain it; in the order of their names.
   */
  public static List<EnumColumn> columnsHolding(Schema schema, QualifiedName type) {
    TreeSet<EnumColumn> columns = new TreeSet<>(schema.columnsOf(type));
    containing(schema, type).forEach(outer -> columns.addAll(schema.columnsOf(outer.name())));
    return List.copyOf(columns);
  }

  /** An index or key on a column that holds values of the type, in words; or empty. */
  public static Optional<String> indexed(Schema schema, QualifiedName type) {
    for (EnumColumn each : columnsHolding(schema, type)) {
      Table table = schema.requireTable(each.table());
      for (Constraint constraint : table.constraints()) {
        if (constraint.isKey() && constraint.involves(each.column())) {
          return Optional.of("constraint " + constraint.name() + " of table " + table.name());
        }
      }
      for (Index index : table.indexes()) {
        if (index.involves(each.column())) {
          return Optional.of("index " + index.name() + " of table " + table.name());
        }
      }
    }
    return Optional.empty();
  }

  static Map<QualifiedName, CompositeType> with(Schema schema, CompositeType added) {
    EnumTypes.requireNone(schema, added.name());
    requireNoCircle(schema, added);
    return ByName.with(schema.compositeTypes(), added.name(), added);
  }

  /** With the type in the place of the one that had its name. */
  static Map<QualifiedName, CompositeType> changed(Schema schema, CompositeType changed) {
    requireNoCircle(schema, changed);
    return ByName.with(schema.compositeTypes(), changed.name(), changed);
  }

  private static void requireNoCircle(Schema schema, CompositeType type) {
    for (CompositeType outer : containing(schema, type.name())) {
      if (type.contains(outer.name())) {
        throw new SchemaException(
            "composite type "
                + outer.name()
                + " contains composite type "
                + type.name()
                + " and cannot be the type of its attribute");
      }
    }
  }

  static Map<QualifiedName, CompositeType> without(Schema schema, QualifiedName name) {
    schema.requireCompositeType(name);
    requireNotUsed(schema, "composite type", name);
    return ByName.without(schema.compositeTypes(), name);
  }

  /** No column and no attribute may be of the type any more. */
  static void requireNotUsed(Schema schema, String kind, QualifiedName name) {
    List<EnumColumn> users = schema.columnsOf(name);
    if (!users.isEmpty()) {
      EnumColumn user = users.get(0);
      throw new SchemaException(
          kind
              + " "
              + name
              + " is the type of column "
              + user.table()
              + "."
              + user.column()
              + (users.size() == 1 ? "" : " and " + (users.size() - 1) + " more"));
    }
    List<CompositeType> outers = new ArrayList<>(schema.compositeTypes().values());
    outers.removeIf(outer -> !outer.contains(name));
    if (!outers.isEmpty()) {
      throw new SchemaException(
          kind
              + " "
              + name
              + " is the type of an attribute of composite type "
              + outers.get(0).name());
    }
  }
}
