package dev.retort.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the schema model has no word for, apart from what belongs to a plain table. */
final class Beyond {

  private static final String QUERY =
      """
      SELECT n.nspname, c.relname,
        CASE c.relkind WHEN 'f' THEN 'foreign table'
          ELSE 'virtual generated column' END AS kind,
        a.attname
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a
        ON c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attrelid = c.oid AND a.attgenerated NOT IN ('', 's') AND NOT a.attisdropped
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND (c.relkind = 'f' AND NOT c.relispartition OR a.attname IS NOT NULL)
        AND NOT EXISTS (SELECT FROM pg_depend e
          WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
      """;

  private Beyond() {}

  static List<String> of(Connection connection, Namespaces namespaces) throws SQLException {
    List<String> found = new ArrayList<>();
    namespaces.query(
        connection,
        QUERY,
        row -> {
          String column = row.getString("attname");
          found.add(
              row.getString("kind")
                  + " "
                  + namespaces.name(row.getString("nspname"), row.getString("relname"))
                  + (column == null ? "" : "." + column));
        });
    return found;
  }
}
