package dev.retort.processor.entity.relational;

import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/**
 * A composite type in the making, whose attributes are the columns of an embeddable that a column
 * of their table holds as one value.
 *
 * @param name the type's name
 * @param order the names of the columns in the order that an annotation states, or empty
 * @param origin the embeddable
 */
public record StructDraft(QualifiedName name, List<String> order, Element origin) {

  /** The type; its attributes are ordered like columns of a table unless their order is stated. */
  CompositeType finished(TableDraft parts) {
    return new CompositeType(
        name,
        ordered(parts).stream()
            .map(column -> new Attribute(column.name().stored(), column.type().sqlType()))
            .toList());
  }

  /** The columns in the order of the type. */
  List<ColumnDraft> ordered(TableDraft parts) {
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
}
