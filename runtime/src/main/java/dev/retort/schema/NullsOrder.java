package dev.retort.schema;

/** Where an index, or a query that it serves, has the NULLs. */
public enum NullsOrder {
  FIRST,
  LAST
}
