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
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", Stream.concat(Stream.of(unnamed), others.stream()).distinct().toArray()));
      statement.setArray(
          2,
          connection.createArrayOf(
              "text", except.stream().map(local -> unnamed + "." + local).toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }
}
