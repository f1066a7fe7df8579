package dev.retort.catalog;

import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Composite types with their attributes, in the attributes' order. */
final class CompositeTypeRows {

  private static final String QUERY =
      """
      SELECT n.nspname, c.relname, a.attname,
        format_type(a.atttypid, a.atttypmod) AS type,
        base.typname AS type_name, type_namespace.nspname AS type_namespace,
        t.typcategory = 'A' AS is_array,
        a.attcollation <> t.typcollation AS collated
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_type base
        ON base.oid = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END
      LEFT JOIN pg_namespace type_namespace ON type_namespace.oid = base.typnamespace
      WHERE n.nspname = ANY (?) AND n.nspname || '.' || c.relname <> ALL (?) AND c.relkind = 'c'
        AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.deptype = 'e'
          AND (e.classid = 'pg_class'::regclass AND e.objid = c.oid
            OR e.classid = 'pg_type'::regclass AND e.objid = c.reltype))
      ORDER BY n.nspname, c.relname, a.attnum
      """;

  private CompositeTypeRows() {}

  /**
   * The types by name.
   *
   * @param beyond takes a line for each attribute with a collation of its own
   */
  static Map<QualifiedName, CompositeType> read(
      Connection connection, Namespaces namespaces, List<String> beyond) throws SQLException {
    Map<QualifiedName, List<Attribute>> attributes = new LinkedHashMap<>();
    namespaces.query(
        connection,
        QUERY,
        row -> {
          QualifiedName type = namespaces.name(row.getString("nspname"), row.getString("relname"));
          List<Attribute> ofType = attributes.computeIfAbsent(type, t -> new ArrayList<>());
          if (row.getString("attname") != null) {
            ofType.add(new Attribute(row.getString("attname"), ColumnRows.type(row, namespaces)));
            if (row.getBoolean("collated")) {
              beyond.add("collation of attribute " + row.getString("attname") + " of type " + type);
            }
          }
        });
    Map<QualifiedName, CompositeType> types = new LinkedHashMap<>();
    attributes.forEach((name, ofType) -> types.put(name, new CompositeType(name, ofType)));
    return types;
  }
}
