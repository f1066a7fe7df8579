package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.operation.AlterChunkInterval;
import dev.retort.operation.CreateHypertable;
import dev.retort.schema.Hypertable;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls of TimescaleDB's functions, by the interface that it has since version 2.13. They are
 * found by the {@code search_path}: the extension can be in any schema.
 */
final class HypertableStatements {

  /** What TimescaleDB takes where nothing is said. */
  private static final String DEFAULT_INTERVAL = "7 days";

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
    return "SELECT create_hypertable("
        + literal(quote(table))
        + ", by_range("
        + literal(chunks.timeColumn())
        + chunks.chunkInterval().map(each -> ", INTERVAL " + literal(each)).orElse("")
        + "), create_default_indexes => false"
        + options
        + ")";
  }

  static List<String> alter(AlterChunkInterval operation) {
    Optional<String> interval = operation.interval();
    return List.of(
        "SELECT set_chunk_time_interval("
            + literal(quote(operation.table()))
            + ", INTERVAL "
            + literal(interval.orElse(DEFAULT_INTERVAL))
            + ")");
  }
}
