package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Identity;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL would refuse of rows, as far as the schema tells. */
final class RowChecks {

  private RowChecks() {}

  static void requireRows(String method, Rows rows) {
    if (rows.values().isEmpty()) {
      throw new IllegalArgumentException(method + " needs a row at least");
    }
  }

  static void requireKey(String method, Rows rows) {
    if (rows.key().isEmpty()) {
      throw new IllegalArgumentException(
          method + " needs key(…), the columns that say which row is meant");
    }
  }

  /** The columns must be there and take the values. */
  static void requireColumns(
      Schema schema, Table table, List<String> columns, List<List<Value>> rows) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = table.requireColumn(columns.get(i));
      String what = "column " + table.name() + "." + column.name();
      for (List<Value> row : rows) {
        if (row.get(i).isNull() && !column.nullable()) {
          throw new SchemaException(what + " is NOT NULL, and a row has NULL for it");
        }
        Optional<String> objection = ValueTypes.objection(schema, column.type(), row.get(i));
        if (objection.isPresent()) {
          throw new SchemaException(what + " " + column.type().inWords() + " " + objection.get());
        }
      }
    }
  }

  /** New rows must have what nothing else gives them, and nothing that only PostgreSQL gives. */
  static void requireComplete(Table table, List<String> columns) {
    for (Column column : table.columns()) {
      String what = "column " + table.name() + "." + column.name();
      boolean given = columns.contains(column.name());
      if (given && column.generation().isPresent()) {
        throw new SchemaException(what + " is generated and takes no values");
      }
      boolean filled =
          column.nullable()
              || column.defaultExpression().isPresent()
              || column.identity().isPresent()
              || column.generation().isPresent();
      if (!given && !filled) {
        throw new SchemaException(
            what + " is NOT NULL without a default, and the rows have no value for it");
      }
    }
  }

  /**
   * PostgreSQL wants to be told where values of an identity column that it always generates come.
   */
  static void requireIdentity(Table table, Rows rows) {
    for (Column column : table.columns()) {
      boolean always = column.identity().equals(Optional.of(Identity.ALWAYS));
      if (always && rows.columns().contains(column.name()) && !rows.overridingSystemValue()) {
        throw new SchemaException(
            "column "
                + table.name()
                + "."
                + column.name()
                + " is an identity column that is always generated; say"
                + " overridingSystemValues() to give its values");
      }
    }
  }

  /** What PostgreSQL writes itself cannot be changed. */
  static void requireNotAlways(Table table, List<String> columns) {
    for (String name : columns) {
      Column column = table.requireColumn(name);
      if (column.generation().isPresent()
          || column.identity().equals(Optional.of(Identity.ALWAYS))) {
        throw new SchemaException(
            "column " + table.name() + "." + name + " is generated and takes no values");
      }
    }
  }

  /** A key that several rows may have would change more than what is said. */
  static void requireUnique(Table table, List<String> key) {
    key.forEach(table::requireColumn);
    Set<String> columns = Set.copyOf(key);
    boolean unique =
        table.constraints().stream()
                .filter(Constraint::isKey)
                .anyMatch(each -> Set.copyOf(each.columns()).equals(columns))
            || Table.keys(List.of(), table.indexes()).contains(columns);
    if (!unique) {
      throw new SchemaException(
          "("
              + String.join(", ", key)
              + ") of table "
              + table.name()
              + " is neither its primary key nor unique, so that a key may stand for many rows;"
              + " use execute for these");
    }
  }

  /** Whether no two rows have the same key, nor one NULL. */
  static boolean areDistinct(Rows rows, List<String> key) {
    Set<List<Value>> seen = new HashSet<>();
    for (List<Value> row : rows.values()) {
      List<Value> found =
          key.stream().map(column -> row.get(rows.columns().indexOf(column))).toList();
      if (found.stream().anyMatch(Value::isNull) || !seen.add(found)) {
        return false;
      }
    }
    return true;
  }
}
