package dev.retort.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a database's catalog says, as sorted lines that can be compared and read: one for each
 * table, partition, column, comment, key, check, index, sequence, type, view, function and trigger
 * of a namespace. Retort's own tables are left out, and so is the order of a table's columns.
 *
 * <p>Immutable; made by {@link #all()} and narrowed by the {@code without} methods.
 */
public final class CatalogFacts {

  private static final String TABLES =
      """
      SELECT c.oid, c.relname, c.relispartition, c.relpartbound FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind IN ('r', 'p')
        AND c.relname NOT IN ('retort_version', 'retort_history')
      """;

  private static final String COLUMNS =
      """
      SELECT 'column ' || t.relname || '.' || a.attname || ' '
        || format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
        || coalesce(CASE a.attgenerated WHEN 's' THEN ' generated ' WHEN 'v' THEN ' virtual '
             ELSE ' default ' END || pg_get_expr(d.adbin, d.adrelid), '')
        || CASE WHEN t.relispartition THEN '' ELSE CASE a.attidentity WHEN 'a' THEN ' identity always'
             WHEN 'd' THEN ' identity by default' ELSE '' END END
      FROM tables t JOIN pg_attribute a ON a.attrelid = t.oid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attnum > 0 AND NOT a.attisdropped
      """;

  /** Not those of type n: PostgreSQL 18 keeps NOT NULL as constraints too. */
  private static final String CONSTRAINTS =
      """
      SELECT 'constraint on ' || t.relname || ': ' || pg_get_constraintdef(c.oid)
      FROM tables t JOIN pg_constraint c ON c.conrelid = t.oid
      WHERE c.contype IN ('p', 'u', 'f', 'c', 'x') AND c.conparentid = 0
        AND NOT (t.relispartition AND c.coninhcount > 0)
      """;

  private static final String COMMENTS =
      """
      SELECT 'comment on ' || t.relname || coalesce('.' || a.attname, '') || ': ' || d.description
      FROM tables t
      JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_class'::regclass
      LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.objsubid AND d.objsubid > 0
      """;

  private static final String CONSTRAINT_NAMES =
      """
      SELECT 'constraint name ' || c.conname || ' on ' || t.relname || ': '
        || pg_get_constraintdef(c.oid)
      FROM tables t JOIN pg_constraint c ON c.conrelid = t.oid
      WHERE c.contype IN ('p', 'u', 'f', 'c', 'x') AND c.conparentid = 0
        AND NOT (t.relispartition AND c.coninhcount > 0)
      """;

  /** Without the indexes that belong to a constraint. */
  private static final String INDEXES =
      """
      SELECT 'index on ' || t.relname || ': '
        || replace(pg_get_indexdef(i.indexrelid),
             'INDEX ' || quote_ident(x.relname) || ' ON ', 'INDEX ON ')
      FROM tables t JOIN pg_index i ON i.indrelid = t.oid
      JOIN pg_class x ON x.oid = i.indexrelid
      WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c
        WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
        AND NOT EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = i.indexrelid)
      """;

  private static final String INDEX_NAMES =
      """
      SELECT 'index name ' || x.relname || ' on ' || t.relname
      FROM tables t JOIN pg_index i ON i.indrelid = t.oid
      JOIN pg_class x ON x.oid = i.indexrelid
      WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c
        WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
        AND NOT EXISTS (SELECT 1 FROM pg_inherits h WHERE h.inhrelid = i.indexrelid)
      """;

  /** Without the sequences behind identity columns. */
  private static final String SEQUENCES =
      """
      SELECT 'sequence ' || c.relname || ' ' || format_type(s.seqtypid, NULL)
        || ' start ' || s.seqstart || ' increment ' || s.seqincrement
      FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND NOT EXISTS (SELECT 1 FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
      """;

  private static final String ENUM_TYPES =
      """
      SELECT 'enum type ' || t.typname || ' ('
        || coalesce(string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder), '') || ')'
      FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
      LEFT JOIN pg_enum e ON e.enumtypid = t.oid
      WHERE n.nspname = ? AND t.typtype = 'e' GROUP BY t.oid, t.typname
      """;

  private static final String PARTITIONS =
      """
      SELECT 'table ' || t.relname || ' ' || pg_get_partkeydef(t.oid) FROM tables t
      WHERE pg_get_partkeydef(t.oid) IS NOT NULL
      UNION ALL
      SELECT 'partition ' || t.relname || ' of ' || p.relname || ' '
        || pg_get_expr(t.relpartbound, t.oid)
      FROM tables t JOIN pg_inherits i ON i.inhrelid = t.oid JOIN pg_class p ON p.oid = i.inhparent
      WHERE t.relispartition
      """;

  private static final String VIEWS =
      """
      SELECT CASE c.relkind WHEN 'm' THEN 'materialized view ' ELSE 'view ' END || c.relname || ': '
        || coalesce(obj_description(c.oid, 'pg_class') || ': ', '')
        || regexp_replace(pg_get_viewdef(c.oid), '\\s+', ' ', 'g')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND c.relkind IN ('v', 'm')
      """;

  private static final String ROUTINES =
      """
      SELECT CASE p.prokind WHEN 'p' THEN 'procedure ' ELSE 'function ' END || p.proname || ': '
        || coalesce(obj_description(p.oid, 'pg_proc') || ': ', '') || pg_get_functiondef(p.oid)
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = ? AND p.prokind IN ('f', 'p') AND NOT EXISTS (SELECT FROM pg_depend d
        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
      """;

  private static final String TRIGGERS =
      """
      SELECT 'trigger on ' || c.relname || ': '
        || coalesce(obj_description(t.oid, 'pg_trigger') || ': ', '') || pg_get_triggerdef(t.oid)
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND NOT t.tgisinternal AND t.tgparentid = 0
      """;

  private static final String HYPERTABLES =
      """
      SELECT 'hypertable ' || hypertable_name || ' by ' || column_name || ' '
        || coalesce(time_interval::text, '')
      FROM timescaledb_information.dimensions WHERE hypertable_schema = ?
      """;

  private static final String COMPOSITE_TYPES =
      """
      SELECT 'composite type ' || c.relname || ' ('
        || coalesce(string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod),
             ', ' ORDER BY a.attnum), '') || ')'
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE n.nspname = ? AND c.relkind = 'c' GROUP BY c.oid, c.relname
      """;

  private final boolean constraintNames;
  private final boolean indexNames;

  private CatalogFacts(boolean constraintNames, boolean indexNames) {
    this.constraintNames = constraintNames;
    this.indexNames = indexNames;
  }

  /** Everything, the names of constraints and indexes included. */
  public static CatalogFacts all() {
    return new CatalogFacts(true, true);
  }

  public CatalogFacts withoutConstraintNames() {
    return new CatalogFacts(false, indexNames);
  }

  public CatalogFacts withoutIndexNames() {
    return new CatalogFacts(constraintNames, false);
  }

  /** The facts of the database's namespace {@code public}. */
  public SortedSet<String> of(TestDatabase database) throws SQLException {
    try (Connection connection = database.connection()) {
      return of(connection, "public");
    }
  }

  /** The facts of the given namespace. A fact that holds twice is there twice, numbered. */
  public SortedSet<String> of(Connection connection, String namespace) throws SQLException {
    SortedSet<String> facts = new TreeSet<>();
    ofTables("SELECT 'table ' || t.relname FROM tables t", connection, namespace, facts);
    ofTables(PARTITIONS, connection, namespace, facts);
    ofTables(COLUMNS, connection, namespace, facts);
    ofTables(COMMENTS, connection, namespace, facts);
    ofTables(CONSTRAINTS, connection, namespace, facts);
    if (constraintNames) {
      ofTables(CONSTRAINT_NAMES, connection, namespace, facts);
    }
    ofTables(INDEXES, connection, namespace, facts);
    if (indexNames) {
      ofTables(INDEX_NAMES, connection, namespace, facts);
    }
    collect(SEQUENCES, connection, namespace, facts);
    collect(ENUM_TYPES, connection, namespace, facts);
    collect(VIEWS, connection, namespace, facts);
    collect(ROUTINES, connection, namespace, facts);
    collect(TRIGGERS, connection, namespace, facts);
    collect(COMPOSITE_TYPES, connection, namespace, facts);
    if (hasTimescale(connection)) {
      collect(HYPERTABLES, connection, namespace, facts);
    }
    return facts;
  }

  private static boolean hasTimescale(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT to_regnamespace('timescaledb_information') IS NOT NULL")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static void ofTables(
      String select, Connection connection, String namespace, SortedSet<String> facts)
      throws SQLException {
    collect("WITH tables AS (" + TABLES + ") " + select, connection, namespace, facts);
  }

  private static void collect(
      String sql, Connection connection, String namespace, SortedSet<String> facts)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, namespace);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String fact = rows.getString(1);
          String numbered = fact;
          for (int n = 2; !facts.add(numbered); n++) {
            numbered = fact + " #" + n;
          }
        }
      }
    }
  }
}
