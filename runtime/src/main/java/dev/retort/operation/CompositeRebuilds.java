package dev.retort.operation;

import dev.retort.schema.Attribute;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeTypes;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * How a composite type gets other attributes while rows hold values of it: by PostgreSQL's own
 * statements where it has them, and by a rebuild, with all that has to step aside for it, where
 * not.
 */
public final class CompositeRebuilds {

  private CompositeRebuilds() {}

  /** The operations that make a type the wanted one and leave everything else as it is. */
  public static List<Operation> toward(Schema schema, CompositeType wanted) {
    return toward(schema, wanted, (table, column) -> column.defaultExpression());
  }

  /**
   * The same, giving the columns that are rebuilt other defaults on the way.
   *
   * @param newDefault the default that a column of the named table is to have afterwards
   */
  public static List<Operation> toward(
      Schema schema,
      CompositeType wanted,
      BiFunction<QualifiedName, Column, Optional<String>> newDefault) {
    CompositeType old = schema.requireCompositeType(wanted.name());
    if (needsRebuild(schema, wanted)) {
      return StepsAside.around(
          schema,
          rebuiltWith(schema, wanted.name()),
          now -> CompositeTypes.columnsHolding(now, wanted.name()),
          columns -> rebuild(schema, wanted, columns),
          newDefault);
    }
    List<Operation> steps = new ArrayList<>();
    for (Attribute attribute : old.attributes()) {
      Optional<SqlType> type = wanted.attribute(attribute.name()).map(Attribute::type);
      if (type.isEmpty()) {
        steps.add(new DropAttribute(old.name(), attribute.name()));
      } else if (!type.get().equals(attribute.type())) {
        steps.add(new AlterAttributeType(old.name(), attribute.name(), type.get()));
      }
    }
    for (Attribute attribute : wanted.attributes()) {
      if (old.attribute(attribute.name()).isEmpty()) {
        steps.add(new AddAttribute(old.name(), attribute));
      }
    }
    return List.copyOf(steps);
  }

  /**
   * Whether PostgreSQL's own statements do not make the type the wanted one: they add attributes at
   * the end, drop them (which must not be done below an index), and alter the types of those whose
   * values no column holds.
   */
  public static boolean needsRebuild(Schema schema, CompositeType wanted) {
    CompositeType old = schema.requireCompositeType(wanted.name());
    List<Attribute> kept = new ArrayList<>();
    List<Attribute> altered = new ArrayList<>();
    for (Attribute attribute : old.attributes()) {
      wanted
          .attribute(attribute.name())
          .ifPresent(
              other -> {
                kept.add(other);
                if (!other.equals(attribute)) {
                  altered.add(other);
                }
              });
    }
    boolean drops = kept.size() < old.attributes().size();
    return !wanted.attributes().subList(0, kept.size()).equals(kept)
        || (!altered.isEmpty() && !CompositeTypes.columnsHolding(schema, wanted.name()).isEmpty())
        || (drops && CompositeTypes.indexed(schema, wanted.name()).isPresent());
  }

  private static List<QualifiedName> rebuiltWith(Schema schema, QualifiedName type) {
    List<QualifiedName> types = new ArrayList<>(List.of(type));
    CompositeTypes.containing(schema, type).forEach(outer -> types.add(outer.name()));
    return types;
  }

  /** The rebuild of a type, converting those of the given columns that have it or contain it. */
  private static RebuildCompositeType rebuild(
      Schema schema, CompositeType wanted, List<EnumColumn> columns) {
    CompositeType old = schema.requireCompositeType(wanted.name());
    Map<String, String> values = new TreeMap<>();
    for (Attribute attribute : wanted.attributes()) {
      if (old.attribute(attribute.name()).isEmpty()) {
        values.put(attribute.name(), "NULL");
      }
    }
    List<CompositeRebuild.Outer> outer =
        CompositeTypes.containing(schema, old.name()).stream()
            .map(type -> new CompositeRebuild.Outer(type, those(schema, type, columns)))
            .toList();
    return new RebuildCompositeType(
        old.name(),
        new CompositeRebuild(wanted.attributes(), values, those(schema, old, columns), outer));
  }

  private static List<EnumColumn> those(
      Schema schema, CompositeType type, List<EnumColumn> columns) {
    return schema.columnsOf(type.name()).stream().filter(columns::contains).toList();
  }

  /**
   * The operations that turn values of composite types, and attributes of other types, into text,
   * and drop those composite types: their names or their attributes' types are needed for something
   * else. What stands on the columns in terms of the types goes as well.
   *
   * @param schema the schema that the first of them is applied to
   * @param dropped the composite types that go
   * @param left the types that no attribute may be of afterwards, besides the dropped ones
   * @param columns more columns that become text
   */
  public static List<Operation> intoText(
      Schema schema,
      Set<QualifiedName> dropped,
      Set<QualifiedName> left,
      List<EnumColumn> columns) {
    List<Operation> steps = new ArrayList<>();
    Set<QualifiedName> replaced = new HashSet<>(left);
    replaced.addAll(dropped);
    Schema reached = schema;
    for (CompositeType type : CompositeTypes.inOrder(schema.compositeTypes().values())) {
      CompositeType wanted = type.withAttributes(withText(type.attributes(), replaced));
      if (!dropped.contains(type.name()) && !wanted.equals(type)) {
        reached = add(toward(reached, wanted), reached, steps);
      }
    }
    List<EnumColumn> leaving = new ArrayList<>(columns);
    for (QualifiedName type : dropped) {
      leaving.addAll(reached.columnsOf(type));
    }
    reached = add(StepsAside.dropped(reached, leaving), reached, steps);
    for (EnumColumn each : leaving.stream().sorted().distinct().toList()) {
      if (reached.requireTable(each.table()).column(each.column()).isPresent()) {
        SqlType text = new SqlType("text", List.of(), each.arrayDimensions());
        AlterColumnType alter =
            new AlterColumnType(each.table(), each.column(), text, Optional.empty());
        reached = add(List.of(alter), reached, steps);
      }
    }
    List<CompositeType> inner = CompositeTypes.inOrder(schema.compositeTypes().values());
    for (int i = inner.size() - 1; i >= 0; i--) {
      if (dropped.contains(inner.get(i).name())) {
        reached = add(List.of(new DropCompositeType(inner.get(i).name())), reached, steps);
      }
    }
    return List.copyOf(steps);
  }

  private static List<Attribute> withText(List<Attribute> attributes, Set<QualifiedName> replaced) {
    return attributes.stream()
        .map(
            each ->
                each.type().userDefinedName().filter(replaced::contains).isPresent()
                    ? each.withType(new SqlType("text", List.of(), each.type().arrayDimensions()))
                    : each)
        .toList();
  }

  private static Schema add(List<Operation> more, Schema to, List<Operation> steps) {
    steps.addAll(more);
    return Operation.applyAll(more, to);
  }
}
