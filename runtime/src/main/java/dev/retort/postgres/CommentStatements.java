package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.quote;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that say something about tables and columns. */
final class CommentStatements {

  private CommentStatements() {}

  /** What is said about a new table and its columns. */
  static List<String> of(Table table) {
    List<String> statements = new ArrayList<>();
    if (table.comment().isPresent()) {
      statements.add(onTable(table.name(), table.comment()));
    }
    for (Column column : table.columns()) {
      statements.addAll(of(table.name(), column));
    }
    return statements;
  }

  /** What is said about a new column. */
  static List<String> of(QualifiedName table, Column column) {
    return column.comment().isEmpty()
        ? List.of()
        : List.of(onColumn(table, column.name(), column.comment()));
  }

  static String onTable(QualifiedName table, Optional<String> comment) {
    return "COMMENT ON TABLE " + quote(table) + is(comment);
  }

  static String onColumn(QualifiedName table, String column, Optional<String> comment) {
    return "COMMENT ON COLUMN " + quote(table) + "." + quote(column) + is(comment);
  }

  private static String is(Optional<String> comment) {
    return " IS " + comment.map(Identifiers::literal).orElse("NULL");
  }
}
