package dev.retort.catalog;

import static dev.retort.postgres.Identifiers.literal;

import dev.retort.schema.Hypertable;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tables TimescaleDB divides into chunks, where the database has that extension. */
final class HypertableRows {

  private static final String EXTENSION =
      "SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'timescaledb')";

  /** An interval counts a month as 30 days, here as there, and has one text for each length. */
  private static final String LENGTH = "justify_interval(%s)::text";

  /** Beyond the model: further dimensions, and chunks that are counted by an integer. */
  private static final String DIMENSIONS =
      "SELECT d.hypertable_schema, d.hypertable_name, d.column_name, "
          + LENGTH.formatted("d.time_interval")
          + """
             AS chunk_interval,
              d.dimension_number > 1 OR d.time_interval IS NULL AS beyond
            FROM timescaledb_information.dimensions d
            WHERE d.hypertable_schema = ANY (?)
              AND d.hypertable_schema || '.' || d.hypertable_name <> ALL (?)
            ORDER BY d.hypertable_schema, d.hypertable_name, d.dimension_number
            """;

  private HypertableRows() {}

  /**
   * How each hypertable is divided.
   *
   * @param beyond takes a line for each dimension that the model cannot express
   */
  static Map<QualifiedName, Hypertable> read(
      Connection connection, Namespaces namespaces, List<String> beyond) throws SQLException {
    Map<QualifiedName, Hypertable> hypertables = new LinkedHashMap<>();
    if (!isThere(connection, namespaces)) {
      return hypertables;
    }
    useOneStyle(connection);
    namespaces.query(
        connection,
        DIMENSIONS,
        row -> {
          QualifiedName table =
              namespaces.name(row.getString("hypertable_schema"), row.getString("hypertable_name"));
          String column = row.getString("column_name");
          if (row.getBoolean("beyond")) {
            beyond.add("dimension " + column + " of hypertable " + table);
          } else {
            hypertables.put(table, Hypertable.hypertable(column, row.getString("chunk_interval")));
          }
        });
    return hypertables;
  }

  /** The same hypertable with the length of its chunks as {@link #read} has it. */
  static Hypertable normalized(Connection connection, Namespaces namespaces, Hypertable hypertable)
      throws SQLException {
    useOneStyle(connection);
    String interval = hypertable.chunkInterval().orElse(Hypertable.DEFAULT_INTERVAL);
    return namespaces.read(
        connection,
        "SELECT " + LENGTH.formatted("INTERVAL " + literal(interval)),
        row -> {
          row.next();
          return hypertable.withChunkInterval(Optional.of(row.getString(1)));
        });
  }

  private static void useOneStyle(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL intervalstyle = postgres");
    }
  }

  private static boolean isThere(Connection connection, Namespaces namespaces) throws SQLException {
    return namespaces.read(connection, EXTENSION, row -> row.next() && row.getBoolean(1));
  }
}
