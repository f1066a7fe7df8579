package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * That TimescaleDB divides a table into chunks by time.
 *
 * @param timeColumn the column that decides the chunk of a row; NOT NULL by that
 * @param chunkInterval the time that a chunk covers, as PostgreSQL writes an interval: {@code 1
 *     day}; empty for TimescaleDB's default, {@link #DEFAULT_INTERVAL}
 */
public record Hypertable(String timeColumn, Optional<String> chunkInterval)
    implements TableElement {

  /** The time that a chunk covers where nothing is said. */
  public static final String DEFAULT_INTERVAL = "7 days";

  public Hypertable {
    Names.requireName(timeColumn);
    requireNonNull(chunkInterval, "chunkInterval");
    chunkInterval.ifPresent(Hypertable::requireInterval);
  }

  /** With chunks of TimescaleDB's default size. */
  public static Hypertable hypertable(String timeColumn) {
    return new Hypertable(timeColumn, Optional.empty());
  }

  /**
   * With chunks that cover so much time.
   *
   * @param chunkInterval an interval as PostgreSQL writes it: {@code 1 day}
   */
  public static Hypertable hypertable(String timeColumn, String chunkInterval) {
    return new Hypertable(timeColumn, Optional.of(chunkInterval));
  }

  public Hypertable withChunkInterval(Optional<String> newInterval) {
    return new Hypertable(timeColumn, newInterval);
  }

  Hypertable withColumnRenamed(String from, String to) {
    return timeColumn.equals(from) ? new Hypertable(to, chunkInterval) : this;
  }

  private static void requireInterval(String interval) {
    if (interval.isBlank() || interval.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an interval of chunks must say how much time, as 1 day");
    }
  }
}
