package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a composite type is to become, and who has it. Written as {@code
 * attributes(attribute("amount", numeric(19, 2)), attribute("currency",
 * varchar(3))).giving("currency", "'EUR'").usedBy("products", "price")}.
 *
 * @param attributes the new attributes in order
 * @param values for attributes, the SQL expression of their value; {@code old} stands for the value
 *     as it was, as in {@code (old).amount * 100}. The others keep what the attribute of their name
 *     held.
 * @param columns the columns that have the type, in the order of their names
 * @param outer the composite types that contain it, as they are and stay, each after those that it
 *     contains
 */
public record CompositeRebuild(
    List<Attribute> attributes,
    Map<String, String> values,
    List<EnumColumn> columns,
    List<Outer> outer) {

  /**
   * A composite type that contains the one that is rebuilt.
   *
   * @param type the type
   * @param columns the columns that have it, in the order of their names
   */
  public record Outer(CompositeType type, List<EnumColumn> columns) {

    public Outer {
      requireNonNull(type, "type");
      columns = columns.stream().sorted().distinct().toList();
    }
  }

  /**
   * Checks the parts.
   *
   * @throws SchemaException if a value is given to none of the attributes
   */
  public CompositeRebuild {
    attributes = List.copyOf(attributes);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    columns = columns.stream().sorted().distinct().toList();
    outer = List.copyOf(outer);
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (attributes.stream().noneMatch(each -> each.name().equals(value.getKey()))) {
        throw new SchemaException(
            "attribute " + value.getKey() + " is given a value and is none of the new attributes");
      }
      if (value.getValue().isBlank()) {
        throw new IllegalArgumentException("the value of an attribute needs an expression");
      }
    }
  }

  /** A rebuild with the given attributes, in order, of a type that nothing has. */
  public static CompositeRebuild attributes(Attribute... attributes) {
    return new CompositeRebuild(List.of(attributes), Map.of(), List.of(), List.of());
  }

  /**
   * The same rebuild, which gives an attribute a value: an SQL expression, in which {@code old} is
   * the whole value as it was, as in {@code (old).amount * 100}.
   */
  public CompositeRebuild giving(String attribute, String expression) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(attribute, expression);
    return new CompositeRebuild(attributes, more, columns, outer);
  }

  /**
   * The same rebuild of a type that a column of the given table has; the table is in the namespace
   * that migrations run in, whatever that of the type.
   */
  public CompositeRebuild usedBy(String table, String column) {
    return usedBy(new EnumColumn(QualifiedName.of(table), column, 0));
  }

  /** The same rebuild of a type that the given column has. */
  public CompositeRebuild usedBy(EnumColumn column) {
    List<EnumColumn> more = new ArrayList<>(columns);
    more.add(column);
    return new CompositeRebuild(attributes, values, more, outer);
  }

  /**
   * The same rebuild of a type that another composite type contains, which the given columns have.
   * Of several such types, the inner ones come first.
   */
  public CompositeRebuild inside(CompositeType type, EnumColumn... columnsOfType) {
    List<Outer> more = new ArrayList<>(outer);
    more.add(new Outer(type, List.of(columnsOfType)));
    return new CompositeRebuild(attributes, values, columns, more);
  }

  /** All columns whose values are converted: of the type, and of those that contain it. */
  public List<EnumColumn> allColumns() {
    return Stream.concat(columns.stream(), outer.stream().flatMap(each -> each.columns().stream()))
        .sorted()
        .distinct()
        .toList();
  }
}
