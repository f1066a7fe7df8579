package dev.retort.catalog;

import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables and their columns, in the columns' order. */
final class ColumnRows {

  /** What {@code format_type} writes in parentheses, not what is inside a quoted name. */
  private static final Pattern ARGUMENTS = Pattern.compile("\\(([A-Za-z0-9_,-]+)\\)(?:\\[])*$");

  private static final String QUERY =
      """
      SELECT n.nspname, c.relname, a.attname, a.attnotnull, a.attidentity,
        format_type(a.atttypid, a.atttypmod) AS type,
        base.typname AS type_name, type_namespace.nspname AS type_namespace,
        t.typcategory = 'A' AS is_array,
        CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS default,
        CASE WHEN a.attgenerated = 's' THEN pg_get_expr(d.adbin, d.adrelid) END AS generation,
        (SELECT s.description FROM pg_description s WHERE s.objoid = c.oid
          AND s.classoid = 'pg_class'::regclass AND s.objsubid = 0) AS table_comment,
        (SELECT s.description FROM pg_description s WHERE s.objoid = c.oid
          AND s.classoid = 'pg_class'::regclass AND s.objsubid = a.attnum) AS column_comment
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      LEFT JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_type base
        ON base.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
      LEFT JOIN pg_namespace type_namespace ON type_namespace.oid = base.typnamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
      ORDER BY n.nspname, c.relname, a.attnum
      """;

  private ColumnRows() {}

  /** Each table with its columns, also one that has none, and without its other parts. */
  static Map<QualifiedName, Table> read(Connection connection, Namespaces namespaces)
      throws SQLException {
    Map<QualifiedName, List<Column>> columns = new LinkedHashMap<>();
    Map<QualifiedName, Optional<String>> comments = new LinkedHashMap<>();
    namespaces.query(
        connection,
        QUERY,
        row -> {
          QualifiedName table = namespaces.name(row.getString("nspname"), row.getString("relname"));
          List<Column> ofTable = columns.computeIfAbsent(table, t -> new ArrayList<>());
          comments.put(table, Optional.ofNullable(row.getString("table_comment")));
          if (row.getString("attname") != null) {
            ofTable.add(column(row, namespaces));
          }
        });
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    columns.forEach(
        (name, ofTable) ->
            tables.put(name, new Table(name, ofTable, List.of(), List.of(), comments.get(name))));
    return tables;
  }

  private static Column column(ResultSet row, Namespaces namespaces) throws SQLException {
    return new Column(
        row.getString("attname"),
        type(row, namespaces),
        !row.getBoolean("attnotnull"),
        Optional.ofNullable(row.getString("default")),
        switch (row.getString("attidentity")) {
          case "a" -> Optional.of(Identity.ALWAYS);
          case "d" -> Optional.of(Identity.BY_DEFAULT);
          default -> Optional.empty();
        },
        Optional.ofNullable(row.getString("generation")),
        Optional.ofNullable(row.getString("column_comment")));
  }

  /** The type of a column or attribute. */
  static SqlType type(ResultSet row, Namespaces namespaces) throws SQLException {
    String namespace = row.getString("type_namespace");
    if (namespace.equals("pg_catalog")) {
      try {
        return SqlType.type(row.getString("type"));
      } catch (IllegalArgumentException notOneToStore) {
        return SqlType.userDefined(row.getString("type"));
      }
    }
    SqlType plain = SqlType.userDefined(namespaces.name(namespace, row.getString("type_name")));
    SqlType type = withArguments(plain, row.getString("type"));
    return row.getBoolean("is_array") ? type.array() : type;
  }

  /**
   * The type with what is behind its name: {@code vector(3)}, {@code geometry(Point,4326)}.
   *
   * @param formatted as {@code format_type} writes it
   */
  static SqlType withArguments(SqlType plain, String formatted) {
    Matcher matcher = ARGUMENTS.matcher(formatted);
    return matcher.find() ? plain.withArguments(matcher.group(1)) : plain;
  }
}
