package dev.retort.catalog;

import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Enum types with their labels, in the labels' order. */
final class EnumTypeRows {

  private static final String QUERY =
      """
      SELECT n.nspname, t.typname,
        (SELECT array_agg(e.enumlabel ORDER BY e.enumsortorder)
          FROM pg_enum e WHERE e.enumtypid = t.oid)::text[] AS labels
      FROM pg_type t
      JOIN pg_namespace n ON n.oid = t.typnamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || t.typname <> ALL (?) AND t.typtype = 'e'
        AND EXISTS (SELECT FROM pg_enum e WHERE e.enumtypid = t.oid)
        AND NOT EXISTS (SELECT FROM pg_depend d
          WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
      ORDER BY n.nspname, t.typname
      """;

  private EnumTypeRows() {}

  static Map<QualifiedName, EnumType> read(Connection connection, Namespaces namespaces)
      throws SQLException {
    Map<QualifiedName, EnumType> types = new LinkedHashMap<>();
    namespaces.query(
        connection,
        QUERY,
        row -> {
          QualifiedName name = namespaces.name(row.getString("nspname"), row.getString("typname"));
          types.put(name, new EnumType(name, Rows.strings(row, "labels")));
        });
    return types;
  }
}
