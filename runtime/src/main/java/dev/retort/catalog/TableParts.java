package dev.retort.catalog;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that each tell of a part of a table: a constraint, an index. */
final class TableParts {

  private TableParts() {}

  /** Makes the part of its row. */
  interface PartReader<P> {
    P read(ResultSet row) throws SQLException;
  }

  /**
   * The parts of each table that has any.
   *
   * @param kind what a part is, in words
   * @param sql a query that gives {@code nspname}, {@code relname}, the part's {@code name}, {@code
   *     beyond} for what the model cannot express, and its {@code definition}
   * @param beyond takes a line for each part that the model cannot express
   */
  static <P> Map<QualifiedName, List<P>> read(
      Connection connection,
      Namespaces namespaces,
      String kind,
      String sql,
      List<String> beyond,
      PartReader<P> reader)
      throws SQLException {
    Map<QualifiedName, List<P>> parts = new LinkedHashMap<>();
    namespaces.query(
        connection,
        sql,
        row -> {
          QualifiedName table = namespaces.name(row.getString("nspname"), row.getString("relname"));
          if (row.getBoolean("beyond")) {
            beyond.add(
                kind
                    + " "
                    + row.getString("name")
                    + " of table "
                    + table
                    + ": "
                    + row.getString("definition"));
          } else {
            parts.computeIfAbsent(table, t -> new ArrayList<>()).add(reader.read(row));
          }
        });
    return parts;
  }
}
