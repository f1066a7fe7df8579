package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;

/**
 * Moves all rows of a table to another one, whose columns of the same names take their values.
 * Identity columns of the target count on where those of the source are; what it has besides, its
 * defaults fill, and its generated columns are computed. The source is empty afterwards.
 *
 * <p>Meant for a target without rows: the inverse moves all rows back, whatever they are.
 *
 * @param from the table that the rows are in
 * @param to the table that they are to be in
 * @param columns the columns that are moved; at least one
 */
public record MoveRows(QualifiedName from, QualifiedName to, List<String> columns)
    implements Operation {

  public MoveRows {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("rows are moved by at least one column");
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("rows cannot be moved to their own table");
    }
  }

  @Override
  public Schema applyTo(Schema schema) {
    Table source = schema.requireTable(from);
    Table target = schema.requireTable(to);
    for (String name : columns) {
      source.requireColumn(name);
      Column column = target.requireColumn(name);
      if (column.generation().isPresent()) {
        throw new SchemaException(
            "column " + to + "." + name + " is generated and takes no values from other rows");
      }
    }
    return schema;
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new MoveRows(to, from, columns)));
  }

  @Override
  public String describe() {
    return "move rows of " + from + " to " + to;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
