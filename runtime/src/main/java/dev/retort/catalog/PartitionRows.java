package dev.retort.catalog;

import dev.retort.schema.Partition;
import dev.retort.schema.PartitionStrategy;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How tables are divided into partitions. */
final class PartitionRows {

  /** Beyond the model: keys with expressions, other operator classes and other collations. */
  private static final String KEYS =
      """
      SELECT n.nspname, c.relname, p.partstrat, pg_get_partkeydef(c.oid) AS definition,
        p.partexprs IS NOT NULL
          OR EXISTS (SELECT FROM unnest(p.partclass::oid[]) o (class)
            JOIN pg_opclass oc ON oc.oid = o.class WHERE NOT oc.opcdefault)
          OR EXISTS (SELECT FROM unnest(p.partattrs::int2[], p.partcollation::oid[]) o (attnum, collated)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.attnum
            WHERE o.collated <> a.attcollation) AS beyond,
        (SELECT array_agg(a.attname ORDER BY k.place)
          FROM unnest(p.partattrs::int2[]) WITH ORDINALITY k (attnum, place)
          LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
            AND k.attnum <> 0)::text[] AS columns
      FROM pg_partitioned_table p
      JOIN pg_class c ON c.oid = p.partrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND NOT c.relispartition
      """;

  /** Beyond the model: partitions in other namespaces, foreign ones, and divided ones. */
  private static final String PARTITIONS =
      """
      SELECT n.nspname, c.relname, p.relname AS partition, o.nspname AS partition_namespace,
        p.relnamespace <> c.relnamespace OR p.relkind <> 'r' AS beyond,
        pg_get_expr(p.relpartbound, p.oid) AS bounds
      FROM pg_inherits i
      JOIN pg_class c ON c.oid = i.inhparent
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_class p ON p.oid = i.inhrelid
      JOIN pg_namespace o ON o.oid = p.relnamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND c.relkind = 'p' AND NOT c.relispartition AND p.relispartition
      ORDER BY n.nspname, c.relname, p.relname
      """;

  /** What a partition has that its table does not. */
  private static final String OWN_PARTS =
      """
      SELECT n.nspname, c.relname, part.kind, part.name
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN LATERAL (
        SELECT 'constraint' AS kind, k.conname AS name FROM pg_constraint k
        WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c', 'x')
          AND k.conparentid = 0 AND k.coninhcount = 0
        UNION ALL
        SELECT 'index', x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
        WHERE i.indrelid = c.oid
          AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid)
          AND NOT EXISTS (SELECT FROM pg_constraint k
            WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        UNION ALL
        SELECT 'trigger', t.tgname FROM pg_trigger t
        WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgparentid = 0
      ) part ON true
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND c.relispartition AND c.relkind = 'r'
      """;

  private PartitionRows() {}

  /**
   * The division of each partitioned table.
   *
   * @param beyond takes a line for each that has properties which the model cannot express
   */
  static Map<QualifiedName, Partitioning> read(
      Connection connection, Namespaces namespaces, List<String> beyond) throws SQLException {
    Map<QualifiedName, List<Partition>> partitions = new LinkedHashMap<>();
    namespaces.query(
        connection,
        PARTITIONS,
        row -> {
          QualifiedName table = nameIn(row, namespaces);
          String partition = row.getString("partition");
          if (row.getBoolean("beyond")) {
            QualifiedName name = namespaces.name(row.getString("partition_namespace"), partition);
            beyond.add("partition " + name + " of table " + table);
          } else {
            partitions
                .computeIfAbsent(table, t -> new ArrayList<>())
                .add(new Partition(partition, row.getString("bounds")));
          }
        });
    Map<QualifiedName, Partitioning> divided = new LinkedHashMap<>();
    namespaces.query(
        connection,
        KEYS,
        row -> {
          QualifiedName table = nameIn(row, namespaces);
          if (row.getBoolean("beyond")) {
            beyond.add("partitions of table " + table + ": " + row.getString("definition"));
          } else {
            divided.put(
                table,
                new Partitioning(
                    strategy(row.getString("partstrat")),
                    Rows.strings(row, "columns"),
                    partitions.getOrDefault(table, List.of())));
          }
        });
    namespaces.query(
        connection,
        OWN_PARTS,
        row ->
            beyond.add(
                row.getString("kind")
                    + " "
                    + row.getString("name")
                    + " of partition "
                    + nameIn(row, namespaces)));
    return divided;
  }

  private static QualifiedName nameIn(ResultSet row, Namespaces namespaces) throws SQLException {
    return namespaces.name(row.getString("nspname"), row.getString("relname"));
  }

  private static PartitionStrategy strategy(String code) {
    return switch (code) {
      case "r" -> PartitionStrategy.RANGE;
      case "l" -> PartitionStrategy.LIST;
      default -> PartitionStrategy.HASH;
    };
  }
}
