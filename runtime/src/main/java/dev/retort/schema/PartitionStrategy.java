package dev.retort.schema;

/** How a partitioned table finds the partition of a row: PostgreSQL's {@code PARTITION BY}. */
public enum PartitionStrategy {
  /** By where the key lies between the bounds of the partitions. */
  RANGE,
  /** By the list of values that has the key. */
  LIST,
  /** By the remainder of the key's hash. */
  HASH
}
