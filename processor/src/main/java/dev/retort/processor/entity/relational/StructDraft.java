package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A composite type in the making: the columns of an embeddable that a column of their table holds
 * as one value.
 *
 * @param name the type's name
 * @param parts the columns, in a table that is none
 * @param order the names of the columns in the order that an annotation states, or empty
 * @param plural whether the column holds an array of such values
 * @param origin the embeddable
 */
public record StructDraft(
    QualifiedName name, TableDraft parts, List<String> order, boolean plural, Element origin) {

  /** The type; its attributes are ordered like columns of a table unless their order is stated. */
  CompositeType finished() {
    return new CompositeType(
        name,
        ordered().stream()
            .map(column -> new Attribute(column.name().stored(), column.type().sqlType()))
            .toList());
  }

  /** The columns in the order of the type. */
  List<ColumnDraft> ordered() {
    List<ColumnDraft> columns = parts.orderedColumns();
    if (order.isEmpty()) {
      return columns;
    }
    List<ColumnDraft> stated = new ArrayList<>();
    for (String attribute : order) {
      columns.stream()
          .filter(column -> column.name().text().equals(attribute))
          .findFirst()
          .ifPresent(stated::add);
    }
    return stated;
  }

  /**
   * What the attributes must satisfy, which no type can say, as a condition of the table ({@code
   * StandardTableExporter.applyAggregateColumnCheck}). Hibernate writes none for an array.
   */
  Optional<CheckDraft> check(ColumnDraft holder) {
    String condition = condition(holder, holder.name().sql());
    return condition.isEmpty()
        ? Optional.empty()
        : Optional.of(new CheckDraft(Optional.empty(), condition, holder.origin()));
  }

  private String condition(ColumnDraft holder, String path) {
    if (plural) {
      return "";
    }
    List<String> conditions = new ArrayList<>();
    for (ColumnDraft part : parts.columns()) {
      conditions.addAll(conditions(part, path));
    }
    String all = String.join(" and ", conditions);
    return all.isEmpty() || !holder.nullable() ? all : path + " is null or (" + all + ")";
  }

  private static List<String> conditions(ColumnDraft part, String path) {
    Identifier name = part.name();
    String value = "(" + path + ")." + name.sql();
    List<String> conditions = new ArrayList<>();
    Optional<String> inner = part.struct().map(struct -> struct.condition(part, value));
    if (part.struct().isPresent() && !part.struct().get().plural()) {
      inner.filter(text -> !text.isEmpty()).ifPresent(conditions::add);
      return conditions;
    }
    if (!part.nullable()) {
      conditions.add(value + " is not null");
    }
    for (CheckDraft check : part.checks()) {
      String condition = check.condition().replace(name.sql(), value);
      conditions.add(part.nullable() ? "(" + value + " is null or " + condition + ")" : condition);
    }
    return conditions;
  }
}
