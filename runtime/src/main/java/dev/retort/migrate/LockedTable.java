package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

import dev.retort.postgres.LockMode;
import dev.retort.schema.QualifiedName;

/**
 * A table of the database that a revision locks.
 *
 * @param table its name
 * @param mode the strongest lock on it
 * @param rows how many rows it has, as the server estimates; -1 where it has not counted yet
 * @param bytes what it takes on disk with its indexes, its partitions and what is stored beside it
 */
public record LockedTable(QualifiedName table, LockMode mode, long rows, long bytes) {

  public LockedTable {
    requireNonNull(table, "table");
    requireNonNull(mode, "mode");
  }
}
