package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.operation.AlterChunkInterval;
import dev.retort.operation.CreateHypertable;
import dev.retort.schema.Hypertable;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calls of TimescaleDB's functions, by the interface that it has since version 2.13. The
 * extension can be in any schema, also where the {@code search_path} of migrations does not lead,
 * so that the server is asked for it.
 */
final class HypertableStatements {

  private HypertableStatements() {}

  /** What makes a new table a hypertable. */
  static Stream<String> of(Table table) {
    return table.hypertable().stream().map(chunks -> create(table.name(), chunks, ""));
  }

  /** An index on the time column is an operation of its own, so none is created besides. */
  static List<String> create(CreateHypertable operation) {
    return List.of(create(operation.table(), operation.hypertable(), ", migrate_data => true"));
  }

  private static String create(QualifiedName table, Hypertable chunks, String options) {
    String range =
        chunks.chunkInterval().isPresent()
            ? "%1$s.by_range(%3$L, INTERVAL %4$L)"
            : "%1$s.by_range(%3$L)";
    return call(
        "create_hypertable(%2$L, " + range + ", create_default_indexes => false" + options + ")",
        Stream.concat(
            Stream.of(quote(table), chunks.timeColumn()), chunks.chunkInterval().stream()));
  }

  static List<String> alter(AlterChunkInterval operation) {
    return List.of(
        call(
            "set_chunk_time_interval(%2$L, INTERVAL %3$L)",
            Stream.of(
                quote(operation.table()),
                operation.interval().orElse(Hypertable.DEFAULT_INTERVAL))));
  }

  /**
   * Calls a function of the extension.
   *
   * @param template the call for PostgreSQL's {@code format}; {@code %1$s} is the extension's
   *     schema
   * @param values what the template has from its second place on
   */
  private static String call(String template, Stream<String> values) {
    return SqlRenderer.block(
        "\nBEGIN\n  EXECUTE (\n    SELECT pg_catalog.format(\n      "
            + literal("SELECT %1$s." + template)
            + ",\n      "
            + Stream.concat(
                    Stream.of("extnamespace::pg_catalog.regnamespace"),
                    values.map(Identifiers::literal))
                .collect(joining(", "))
            + ")\n    FROM pg_catalog.pg_extension WHERE extname = 'timescaledb');\nEND\n");
  }
}
