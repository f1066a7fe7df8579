package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.quote;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** The statements that say something about tables and columns. */
final class CommentStatements {

  private CommentStatements() {}

  /** What is said about a new table and its columns. */
  static Stream<String> of(Table table) {
    return Stream.concat(
        table.comment().stream().map(text -> onTable(table.name(), Optional.of(text))),
        table.columns().stream().flatMap(column -> of(table.name(), column)));
  }

  /** What is said about a new column. */
  static Stream<String> of(QualifiedName table, Column column) {
    return column.comment().stream().map(text -> onColumn(table, column.name(), Optional.of(text)));
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
