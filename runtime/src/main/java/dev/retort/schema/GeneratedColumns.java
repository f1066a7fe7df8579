package dev.retort.schema;

import java.util.List;

/** What PostgreSQL asks of stored generated columns and of what they are computed from. */
final class GeneratedColumns {

  private GeneratedColumns() {}

  static void requireConsistent(
      QualifiedName table, List<Column> columns, List<Constraint> constraints) {
    for (Column column : columns) {
      if (column.generation().isPresent()) {
        requirePossible(table, column, columns);
        for (Constraint constraint : constraints) {
          if (constraint instanceof ForeignKey key && key.columns().contains(column.name())) {
            requireActionsWithoutWriting(table, column, key);
          }
        }
      }
    }
  }

  private static void requirePossible(QualifiedName table, Column column, List<Column> columns) {
    String what = "column " + table + "." + column.name() + " is generated and cannot ";
    if (column.defaultExpression().isPresent()) {
      throw new SchemaException(what + "have a default");
    }
    if (column.identity().isPresent()) {
      throw new SchemaException(what + "be an identity column");
    }
    for (Column other : columns) {
      if (other.generation().isPresent() && column.isGeneratedFrom(other.name())) {
        throw new SchemaException(
            what
                + (other.equals(column)
                    ? "be computed from itself"
                    : "be computed from column " + other.name() + ", which is generated too"));
      }
    }
  }

  /** SQL forbids the actions that would write to the column. */
  private static void requireActionsWithoutWriting(
      QualifiedName table, Column column, ForeignKey key) {
    boolean writes =
        switch (key.onUpdate()) {
          case NO_ACTION, RESTRICT -> isSetting(key.onDelete());
          case CASCADE, SET_NULL, SET_DEFAULT -> true;
        };
    if (writes) {
      throw new SchemaException(
          "foreign key "
              + key.name()
              + " of table "
              + table
              + " would write to column "
              + column.name()
              + ", which is generated");
    }
  }

  private static boolean isSetting(ReferentialAction action) {
    return action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT;
  }

  static void requireNotUsed(Table table, String column, String refusal) {
    for (Column user : table.generatedFrom(column)) {
      throw new SchemaException(
          "column "
              + table.name()
              + "."
              + column
              + " "
              + refusal
              + ", because column "
              + user.name()
              + " is generated from it");
    }
  }

  static void requireConvertible(Table table, Column column, boolean converted) {
    requireNotUsed(table, column.name(), "cannot change its type");
    if (converted && column.generation().isPresent()) {
      throw new SchemaException(
          "column "
              + table.name()
              + "."
              + column.name()
              + " is generated and cannot be converted by an expression");
    }
  }
}
