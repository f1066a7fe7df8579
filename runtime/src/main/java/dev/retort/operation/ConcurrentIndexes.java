package dev.retort.operation;

import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;

/** What PostgreSQL demands of a table whose indexes come and go while it is written. */
final class ConcurrentIndexes {

  private ConcurrentIndexes() {}

  /**
   * Refuses a partitioned table, whose index PostgreSQL neither creates nor drops concurrently
   * (documentation of CREATE INDEX, "Building Indexes Concurrently", and of DROP INDEX), and a
   * hypertable, where TimescaleDB does not.
   */
  static void requirePossible(Table table, String index) {
    boolean hypertable = table.hypertable().isPresent();
    if (hypertable || table.partitioning().isPresent()) {
      throw new SchemaException(
          "index "
              + index
              + " cannot come or go concurrently: table "
              + table.name()
              + (hypertable ? " is a hypertable" : " is partitioned"));
    }
  }
}
