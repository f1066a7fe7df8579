package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * Changes the type of a column. No column of another table may hold rows of this one: PostgreSQL
 * refuses it then (SQLSTATE 0A000, "cannot alter table … because column … uses its row type").
 *
 * @param using the SQL expression that converts the old values, or empty where PostgreSQL converts
 *     them by itself
 */
public record AlterColumnType(
    QualifiedName table, String column, SqlType type, Optional<String> using) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    List<EnumColumn> holders = schema.columnsOf(table);
    if (!holders.isEmpty()) {
      throw new SchemaException(
          "column "
              + table
              + "."
              + column
              + " cannot change its type, because column "
              + holders.get(0).table()
              + "."
              + holders.get(0).column()
              + " holds rows of table "
              + table
              + "; make that column one of type text before, and of the row type again after");
    }
    return schema.withTableChanged(
        table, t -> t.withColumnRetyped(column, type, using.isPresent()));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    Column old = before.requireTable(table).requireColumn(column);
    return Optional.of(List.of(new AlterColumnType(table, column, old.type(), Optional.empty())));
  }

  @Override
  public String describe() {
    return "alter column " + table + "." + column + " to " + type;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
