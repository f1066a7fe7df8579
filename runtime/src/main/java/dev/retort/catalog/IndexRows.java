package dev.retort.catalog;

import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Indexes, but for those behind a constraint. */
final class IndexRows {

  /**
   * Beyond the model: other methods than B-tree, expressions, INCLUDE, NULLS where they are not by
   * default, operator classes and collations other than the column's, NULLS NOT DISTINCT, and what
   * is not valid. An option's bits are 1 for DESC and 2 for NULLS FIRST, which go together.
   */
  private static final String QUERY =
      """
      SELECT n.nspname, c.relname, x.relname AS name, i.indisunique,
        am.amname <> 'btree' OR i.indexprs IS NOT NULL OR i.indnkeyatts <> i.indnatts
          OR NOT i.indisvalid
          OR pg_get_indexdef(i.indexrelid) ~ ' NULLS NOT DISTINCT'
          OR EXISTS (SELECT FROM unnest(i.indoption) o WHERE o NOT IN (0, 3))
          OR EXISTS (SELECT FROM unnest(i.indclass) o
            JOIN pg_opclass oc ON oc.oid = o WHERE NOT oc.opcdefault)
          OR EXISTS (SELECT FROM unnest(i.indkey, i.indcollation) o (attnum, collated)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.attnum
            WHERE o.collated <> a.attcollation) AS beyond,
        pg_get_indexdef(i.indexrelid) AS definition,
        (SELECT array_agg(a.attname ORDER BY p.place)
          FROM unnest(i.indkey) WITH ORDINALITY p (attnum, place)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.attnum)::text[] AS columns,
        i.indoption::int2[] AS options, pg_get_expr(i.indpred, i.indrelid) AS condition
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_am am ON am.oid = x.relam
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?) AND c.relkind = 'r'
        AND NOT EXISTS (SELECT FROM pg_constraint k
          WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
      ORDER BY n.nspname, c.relname, x.relname
      """;

  private IndexRows() {}

  /**
   * The indexes of each table that has any.
   *
   * @param beyond takes a line for each that the model cannot express
   */
  static Map<QualifiedName, List<Index>> read(
      Connection connection, Namespaces namespaces, List<String> beyond) throws SQLException {
    return TableParts.read(connection, namespaces, "index", QUERY, beyond, IndexRows::index);
  }

  private static Index index(ResultSet row) throws SQLException {
    List<String> columns = ConstraintRows.strings(row, "columns");
    Short[] options = (Short[]) row.getArray("options").getArray();
    List<IndexKey> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      keys.add(new IndexKey(columns.get(i), options[i] != 0));
    }
    return new Index(
        row.getString("name"),
        keys,
        row.getBoolean("indisunique"),
        Optional.ofNullable(row.getString("condition")));
  }
}
