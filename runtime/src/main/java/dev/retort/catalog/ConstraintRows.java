package dev.retort.catalog;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.UniqueConstraint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Primary keys, unique constraints, foreign keys and checks. */
final class ConstraintRows {

  /**
   * Not those of type n: PostgreSQL 18 keeps NOT NULL as constraints too. Beyond the model: MATCH
   * FULL, exclusion, NO INHERIT, INCLUDE, columns of SET NULL, and what newer servers have of NOT
   * ENFORCED and periods; foreign keys of partitioned tables that are not valid. Older servers do
   * not have the columns that are looked for in JSON.
   */
  private static final String QUERY =
      """
      SELECT n.nspname, c.relname, k.conname AS name, k.contype,
        k.confmatchtype = 'f' OR k.contype = 'x' OR k.contype = 'c' AND k.connoinherit
          OR k.contype <> 'c' AND pg_get_constraintdef(k.oid)
            ~ 'INCLUDE \\(|ON DELETE SET (NULL|DEFAULT) \\('
          OR c.relkind = 'p' AND k.contype = 'f' AND NOT k.convalidated
          OR to_jsonb(k) @> '{"conenforced": false}' OR to_jsonb(k) @> '{"conperiod": true}'
          AS beyond,
        k.condeferrable, k.condeferred, k.convalidated,
        coalesce((SELECT to_jsonb(i) @> '{"indnullsnotdistinct": true}' FROM pg_index i
          WHERE i.indexrelid = k.conindid AND k.contype = 'u'), false) AS nulls_not_distinct,
        pg_get_constraintdef(k.oid) AS definition,
        (SELECT array_agg(a.attname ORDER BY p.place)
          FROM unnest(k.conkey) WITH ORDINALITY p (attnum, place)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.attnum)::text[]
          AS columns,
        fn.nspname AS foreign_namespace, f.relname AS foreign_table,
        (SELECT array_agg(a.attname ORDER BY p.place)
          FROM unnest(k.confkey) WITH ORDINALITY p (attnum, place)
          JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.attnum)::text[]
          AS foreign_columns,
        k.confdeltype, k.confupdtype, pg_get_expr(k.conbin, k.conrelid) AS condition
      FROM pg_constraint k
      JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_class f ON f.oid = k.confrelid
      LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?)
        AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND k.conparentid = 0
        AND k.contype IN ('p', 'u', 'f', 'c', 'x')
      ORDER BY n.nspname, c.relname, k.contype = 'f', k.contype <> 'p', k.conname
      """;

  private ConstraintRows() {}

  /**
   * The constraints of each table that has any.
   *
   * @param beyond takes a line for each that the model cannot express
   */
  static Map<QualifiedName, List<Constraint>> read(
      Connection connection, Namespaces namespaces, List<String> beyond) throws SQLException {
    return TableParts.read(
        connection, namespaces, "constraint", QUERY, beyond, row -> constraint(row, namespaces));
  }

  private static Constraint constraint(ResultSet row, Namespaces namespaces) throws SQLException {
    String name = row.getString("name");
    return switch (row.getString("contype")) {
      case "p" -> new PrimaryKey(name, Rows.strings(row, "columns"), deferrability(row));
      case "u" ->
          new UniqueConstraint(
              name,
              Rows.strings(row, "columns"),
              !row.getBoolean("nulls_not_distinct"),
              deferrability(row));
      case "f" ->
          new ForeignKey(
              name,
              Rows.strings(row, "columns"),
              namespaces.name(row.getString("foreign_namespace"), row.getString("foreign_table")),
              Rows.strings(row, "foreign_columns"),
              action(row.getString("confdeltype")),
              action(row.getString("confupdtype")),
              deferrability(row),
              row.getBoolean("convalidated"));
      default ->
          new CheckConstraint(name, row.getString("condition"), row.getBoolean("convalidated"));
    };
  }

  private static Deferrability deferrability(ResultSet row) throws SQLException {
    if (!row.getBoolean("condeferrable")) {
      return Deferrability.NOT_DEFERRABLE;
    }
    return row.getBoolean("condeferred")
        ? Deferrability.INITIALLY_DEFERRED
        : Deferrability.DEFERRABLE;
  }

  private static ReferentialAction action(String code) {
    return switch (code) {
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> ReferentialAction.NO_ACTION;
    };
  }
}
