package dev.retort.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the schema model has no word for, apart from what belongs to a plain table. */
final class Beyond {

  /** Each row: what is found, the table's name in two parts, and what follows that. */
  private static final String QUERY =
      """
      WITH known AS (
        SELECT n.nspname, c.oid, c.relname, c.relkind, c.relispartition, c.relpersistence,
          c.reloptions, c.relrowsecurity OR c.relforcerowsecurity AS secured
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
          AND NOT EXISTS (SELECT FROM pg_depend e
            WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')),
      tables AS (SELECT * FROM known WHERE relkind IN ('r', 'p') AND NOT relispartition),
      columns AS (
        SELECT t.nspname, t.relname, t.oid, a.attname, a.attnum, a.atttypid, a.attcollation,
          a.attgenerated
        FROM tables t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped)
      SELECT 'foreign table ' AS what, nspname, relname, '' AS rest FROM known
      WHERE relkind = 'f' AND NOT relispartition
      UNION ALL SELECT 'virtual generated column ', nspname, relname, '.' || attname FROM columns
      WHERE attgenerated NOT IN ('', 's')
      UNION ALL
      SELECT 'collation of column ', c.nspname, c.relname,
        '.' || c.attname || ': ' || quote_ident(o.collname)
      FROM columns c JOIN pg_type t ON t.oid = c.atttypid JOIN pg_collation o ON o.oid = c.attcollation
      WHERE c.attcollation <> t.typcollation
      UNION ALL
      SELECT 'inheritance of table ', t.nspname, t.relname, ' from ' || i.inhparent::regclass::text
      FROM tables t JOIN pg_inherits i ON i.inhrelid = t.oid
      UNION ALL
      SELECT 'start, increment, bounds or cycle of identity column ', c.nspname, c.relname,
        '.' || c.attname
      FROM columns c
      JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid
        AND d.refobjsubid = c.attnum AND d.classid = 'pg_class'::regclass AND d.deptype = 'i'
      JOIN pg_sequence s ON s.seqrelid = d.objid
      WHERE s.seqstart <> 1 OR s.seqincrement <> 1 OR s.seqmin <> 1 OR s.seqcycle
        OR s.seqmax <> CASE s.seqtypid WHEN 'smallint'::regtype THEN 32767
          WHEN 'integer'::regtype THEN 2147483647 ELSE 9223372036854775807 END
      UNION ALL SELECT 'unlogged table ', nspname, relname, '' FROM tables WHERE relpersistence = 'u'
      UNION ALL
      SELECT 'options of table ', nspname, relname, ': ' || array_to_string(reloptions, ', ')
      FROM tables WHERE reloptions IS NOT NULL
      UNION ALL SELECT 'row-level security of table ', nspname, relname, '' FROM tables WHERE secured
      UNION ALL
      SELECT 'policy ' || p.polname || ' of table ', t.nspname, t.relname, ''
      FROM tables t JOIN pg_policy p ON p.polrelid = t.oid
      UNION ALL
      SELECT 'rule ' || r.rulename || ' of '
          || CASE k.relkind WHEN 'v' THEN 'view ' ELSE 'table ' END, k.nspname, k.relname, ''
      FROM known k JOIN pg_rewrite r ON r.ev_class = k.oid
      WHERE k.relkind IN ('r', 'p', 'v') AND NOT k.relispartition AND r.rulename <> '_RETURN'
      UNION ALL
      SELECT 'statistics ' || s.stxname || ' of table ', t.nspname, t.relname, ''
      FROM tables t JOIN pg_statistic_ext s ON s.stxrelid = t.oid
      UNION ALL
      SELECT 'NOT NULL that is not valid yet of column ', c.nspname, c.relname, '.' || c.attname
      FROM columns c JOIN pg_constraint n ON n.conrelid = c.oid AND n.conkey = ARRAY[c.attnum]
      WHERE n.contype = 'n' AND NOT n.convalidated
      UNION ALL
      SELECT 'default of column ' || a.attname || ' of partition ', k.nspname, k.relname, ''
      FROM known k
      JOIN pg_inherits i ON i.inhrelid = k.oid
      JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_attribute above ON above.attrelid = i.inhparent AND above.attname = a.attname
      LEFT JOIN pg_attrdef own ON own.adrelid = a.attrelid AND own.adnum = a.attnum
      LEFT JOIN pg_attrdef theirs ON theirs.adrelid = above.attrelid AND theirs.adnum = above.attnum
      WHERE k.relispartition AND k.relkind IN ('r', 'p') AND a.attgenerated = ''
        AND pg_get_expr(own.adbin, own.adrelid)
          IS DISTINCT FROM pg_get_expr(theirs.adbin, theirs.adrelid)
      """;

  private Beyond() {}

  static List<String> of(Connection connection, Namespaces namespaces) throws SQLException {
    List<String> found = new ArrayList<>();
    namespaces.query(
        connection,
        QUERY,
        row ->
            found.add(
                row.getString("what")
                    + namespaces.name(row.getString("nspname"), row.getString("relname"))
                    + row.getString("rest")));
    return found;
  }
}
