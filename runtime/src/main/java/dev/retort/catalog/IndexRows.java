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

  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  /**
   * Of each of an index's columns, its keys first: the name, or the expression; and of its keys the
   * options (1 for DESC, 2 for NULLS FIRST) and the operator class where it is not the default.
   */
  static final String KEYS =
      """
        am.amname AS method, i.indnkeyatts AS keys,
        (SELECT array_agg(a.attname ORDER BY p.place)
          FROM unnest(i.indkey) WITH ORDINALITY p (attnum, place)
          LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.attnum
            AND p.attnum <> 0)::text[] AS columns,
        (SELECT array_agg(CASE WHEN p.attnum = 0
            THEN pg_get_indexdef(i.indexrelid, p.place::int, false) END ORDER BY p.place)
          FROM unnest(i.indkey) WITH ORDINALITY p (attnum, place))::text[] AS expressions,
        i.indoption::int2[] AS options,
        (SELECT array_agg(CASE WHEN NOT oc.opcdefault THEN oc.opcname END ORDER BY p.place)
          FROM unnest(i.indclass) WITH ORDINALITY p (class, place)
          JOIN pg_opclass oc ON oc.oid = p.class)::text[] AS classes,
        (SELECT array_agg(ns.nspname ORDER BY p.place)
          FROM unnest(i.indclass) WITH ORDINALITY p (class, place)
          JOIN pg_opclass oc ON oc.oid = p.class
          JOIN pg_namespace ns ON ns.oid = oc.opcnamespace)::text[] AS class_namespaces
      """;

  /**
   * Beyond the model: parameters of operator classes, collations other than the column's or the
   * type's own, and what is not valid. A server before version 15 knows no NULLS NOT DISTINCT.
   */
  private static final String QUERY =
      """
      SELECT n.nspname, c.relname, x.relname AS name, i.indisunique,
        NOT i.indisvalid
          OR EXISTS (SELECT FROM pg_attribute o
            WHERE o.attrelid = i.indexrelid AND o.attoptions IS NOT NULL)
          OR EXISTS (SELECT FROM unnest(i.indkey, i.indcollation) WITH ORDINALITY
              o (attnum, collated, place)
            JOIN pg_attribute own ON own.attrelid = i.indexrelid AND own.attnum = o.place
            JOIN pg_type t ON t.oid = own.atttypid
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.attnum AND o.attnum <> 0
            WHERE CASE WHEN o.attnum = 0
              THEN o.collated NOT IN (0, 'pg_catalog."default"'::regcollation, t.typcollation)
              ELSE o.collated <> a.attcollation END) AS beyond,
        pg_get_indexdef(i.indexrelid) AS definition,
        coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nulls_not_distinct,
        pg_get_expr(i.indpred, i.indrelid) AS condition,
      """
          + KEYS
          + """
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_am am ON am.oid = x.relam
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND c.relkind IN ('r', 'p') AND NOT c.relispartition
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
    return TableParts.read(
        connection, namespaces, "index", QUERY, beyond, row -> index(row, namespaces));
  }

  private static Index index(ResultSet row, Namespaces namespaces) throws SQLException {
    List<String> columns = Rows.strings(row, "columns");
    int keys = row.getInt("keys");
    return new Index(
        row.getString("name"),
        row.getString("method"),
        keys(row, namespaces),
        columns.subList(keys, columns.size()),
        row.getBoolean("indisunique"),
        !row.getBoolean("nulls_not_distinct"),
        Optional.ofNullable(row.getString("condition")));
  }

  /** The keys in a row that has the columns of {@link #KEYS}. */
  static List<IndexKey> keys(ResultSet row, Namespaces namespaces) throws SQLException {
    List<String> columns = Rows.strings(row, "columns");
    List<String> expressions = Rows.strings(row, "expressions");
    List<String> classes = Rows.strings(row, "classes");
    List<String> classNamespaces = Rows.strings(row, "class_namespaces");
    Short[] options = (Short[]) row.getArray("options").getArray();
    List<IndexKey> keys = new ArrayList<>();
    for (int i = 0; i < row.getInt("keys"); i++) {
      IndexKey key =
          columns.get(i) == null
              ? IndexKey.expression(withoutParentheses(expressions.get(i)))
              : IndexKey.asc(columns.get(i));
      if ((options[i] & DESCENDING) != 0) {
        key = key.desc();
      }
      key = (options[i] & NULLS_FIRST) != 0 ? key.nullsFirst() : key.nullsLast();
      if (classes.get(i) != null) {
        String namespace = classNamespaces.get(i);
        key =
            key.operatorClass(
                namespace.equals("pg_catalog")
                    ? QualifiedName.of(classes.get(i))
                    : namespaces.name(namespace, classes.get(i)));
      }
      keys.add(key);
    }
    return keys;
  }

  /** PostgreSQL puts what does not look like a function's call into parentheses, as SQL needs. */
  private static String withoutParentheses(String expression) {
    return expression.startsWith("(")
        ? expression.substring(1, expression.length() - 1)
        : expression;
  }
}
