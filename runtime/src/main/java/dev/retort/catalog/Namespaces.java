package dev.retort.catalog;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The namespaces that are read.
 *
 * @param unnamed the one whose objects have no namespace in the model
 * @param others those that are named
 * @param except local names of tables in {@code unnamed} that are left out
 */
record Namespaces(String unnamed, Collection<String> others, Set<String> except) {

  /** How many statements stand before the one that gives the rows of a query. */
  private static final int BEFORE_ROWS = 3;

  /** What is made of all rows. */
  interface RowsReader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** What is done with each row. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  QualifiedName name(String namespace, String local) {
    return new QualifiedName(
        namespace.equals(unnamed) ? Optional.empty() : Optional.of(namespace), local);
  }

  /**
   * Runs a query whose two parameters are the namespaces that are read and, as {@code
   * namespace.name}, the tables that are not.
   */
  void query(Connection connection, String sql, RowReader reader) throws SQLException {
    read(
        connection,
        sql,
        rows -> {
          while (rows.next()) {
            reader.read(rows);
          }
          return rows;
        },
        Stream.concat(Stream.of(unnamed), others.stream()).distinct().toArray(String[]::new),
        except.stream().map(local -> unnamed + "." + local).toArray(String[]::new));
  }

  /**
   * Runs a query in a transaction. Its operators and functions are PostgreSQL's: one that others
   * have created, and that fits the operands better, would be called wherever it stands in the
   * search path. But the server writes expressions and types as they have to be written with the
   * path of the transaction. So that path is left while names are looked up, which is when a cursor
   * is declared, and is there again when its rows are made.
   *
   * @param parameters one array for each parameter of the query
   */
  <T> T read(Connection connection, String sql, RowsReader<T> reader, String[]... parameters)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SET LOCAL search_path = pg_catalog, pg_temp; DECLARE retort_rows CURSOR FOR "
                + sql
                + "; "
                + Snapshots.resolvingIn(unnamed)
                + "; FETCH ALL FROM retort_rows; CLOSE retort_rows")) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setArray(i + 1, connection.createArrayOf("text", parameters[i]));
      }
      statement.execute();
      for (int i = 0; i < BEFORE_ROWS; i++) {
        statement.getMoreResults();
      }
      try (ResultSet rows = statement.getResultSet()) {
        return reader.read(rows);
      }
    }
  }
}
