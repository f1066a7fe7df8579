package dev.retort.catalog;

import dev.retort.schema.Extension;
import dev.retort.schema.Prerequisites;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The named namespaces that are read, as far as they exist, and the extensions, but for PL/pgSQL,
 * which every database has.
 */
final class PrerequisiteRows {

  private static final String NAMESPACES =
      "SELECT nspname FROM pg_namespace WHERE nspname = ANY (?)";

  private static final String EXTENSIONS =
      """
      SELECT e.extname, n.nspname
      FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
      WHERE e.extname <> 'plpgsql'
      """;

  private PrerequisiteRows() {}

  static Prerequisites read(Connection connection, Namespaces namespaces) throws SQLException {
    return new Prerequisites(existing(connection, namespaces), extensions(connection, namespaces));
  }

  private static Set<String> existing(Connection connection, Namespaces namespaces)
      throws SQLException {
    return namespaces.read(
        connection,
        NAMESPACES,
        rows -> {
          Set<String> existing = new TreeSet<>();
          while (rows.next()) {
            existing.add(rows.getString(1));
          }
          return existing;
        },
        namespaces.others().toArray(String[]::new));
  }

  private static Map<String, Extension> extensions(Connection connection, Namespaces namespaces)
      throws SQLException {
    return namespaces.read(
        connection,
        EXTENSIONS,
        rows -> {
          Map<String, Extension> extensions = new TreeMap<>();
          while (rows.next()) {
            String name = rows.getString(1);
            Optional<String> namespace =
                Optional.of(rows.getString(2)).filter(each -> !each.equals(namespaces.unnamed()));
            extensions.put(name, new Extension(name, namespace));
          }
          return extensions;
        });
  }
}
