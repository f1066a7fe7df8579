package dev.retort.catalog;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sequences, but for those of identity columns. */
final class SequenceRows {

  /** Beyond the model: cycles, bounds of its own, types other than bigint, and owners. */
  private static final String QUERY =
      """
      SELECT n.nspname, c.relname, s.seqstart, s.seqincrement,
        s.seqcycle OR s.seqtypid <> 'bigint'::regtype
          OR s.seqmin <> CASE WHEN s.seqincrement > 0 THEN LEAST(1, s.seqstart)
            ELSE -9223372036854775808 END
          OR s.seqmax <> CASE WHEN s.seqincrement > 0 THEN 9223372036854775807
            ELSE GREATEST(-1, s.seqstart) END AS beyond,
        owner_namespace.nspname AS owner_namespace, owner.relname AS owner, a.attname
      FROM pg_sequence s
      JOIN pg_class c ON c.oid = s.seqrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid
        AND o.deptype = 'a' AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0
      LEFT JOIN pg_class owner ON owner.oid = o.refobjid
      LEFT JOIN pg_namespace owner_namespace ON owner_namespace.oid = owner.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND NOT EXISTS (SELECT FROM pg_depend d
          WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('i', 'e'))
      ORDER BY n.nspname, c.relname
      """;

  private SequenceRows() {}

  /**
   * The sequences by name.
   *
   * @param beyond takes a line for each that has properties which the model cannot express
   */
  static Map<QualifiedName, Sequence> read(
      Connection connection, Namespaces namespaces, List<String> beyond) throws SQLException {
    Map<QualifiedName, Sequence> sequences = new LinkedHashMap<>();
    namespaces.query(
        connection,
        QUERY,
        row -> {
          QualifiedName name = namespaces.name(row.getString("nspname"), row.getString("relname"));
          sequences.put(
              name, new Sequence(name, row.getLong("seqstart"), row.getLong("seqincrement")));
          if (row.getBoolean("beyond")) {
            beyond.add("type, bounds or cycle of sequence " + name);
          }
          if (row.getString("owner") != null) {
            QualifiedName owner =
                namespaces.name(row.getString("owner_namespace"), row.getString("owner"));
            beyond.add(
                "owner of sequence "
                    + name
                    + ", column "
                    + owner
                    + "."
                    + row.getString("attname")
                    + ": goes with it");
          }
        });
    return sequences;
  }
}
