package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How large the tables of a database are. */
final class TableSizes {

  /** A table's estimated rows, -1 where they were never counted, and its bytes. */
  record Size(long rows, long bytes) {}

  private TableSizes() {}

  /**
   * The sizes of those of the tables that are there.
   *
   * @param schema the namespace that names without one mean
   */
  static Map<QualifiedName, Size> of(
      Connection connection, String schema, Collection<QualifiedName> tables) throws SQLException {
    Map<QualifiedName, Size> sizes = new TreeMap<>();
    if (tables.isEmpty()) {
      return sizes;
    }
    Map<String, QualifiedName> names =
        tables.stream()
            .collect(
                Collectors.toMap(
                    name -> row(name.namespace().orElse(schema), name.local()), name -> name));
    try (Statement statement = Session.plain(connection);
        ResultSet rows = statement.executeQuery(query(names.keySet()))) {
      while (rows.next()) {
        sizes.put(
            names.get(row(rows.getString(1), rows.getString(2))),
            new Size(rows.getLong(3), rows.getLong(4)));
      }
    }
    return sizes;
  }

  /**
   * A partitioned table is as large as its partitions; before PostgreSQL 14 empty means unknown. No
   * operand needs a conversion, as in all statements of Retort's that run in the session's search
   * path.
   */
  private static String query(Collection<String> names) {
    return "SELECT n.nspname, c.relname, CASE c.relkind WHEN 'p' THEN (SELECT"
        + " pg_catalog.sum(CASE WHEN leaf.reltuples >= 0::real THEN leaf.reltuples ELSE 0 END)::bigint"
        + " FROM pg_catalog.pg_partition_tree(c.oid) tree"
        + " JOIN pg_catalog.pg_class leaf ON leaf.oid = tree.relid::oid WHERE tree.isleaf)"
        + " ELSE c.reltuples::bigint END, CASE c.relkind WHEN 'p' THEN (SELECT"
        + " pg_catalog.sum(pg_catalog.pg_total_relation_size(tree.relid))::bigint"
        + " FROM pg_catalog.pg_partition_tree(c.oid) tree)"
        + " ELSE pg_catalog.pg_total_relation_size(c.oid) END"
        + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        + " WHERE c.relkind IN ('r', 'p', 'm') AND (n.nspname, c.relname) IN ("
        + String.join(", ", names)
        + ")";
  }

  private static String row(String namespace, String local) {
    return "(" + literal(namespace) + ", " + literal(local) + ")";
  }
}
