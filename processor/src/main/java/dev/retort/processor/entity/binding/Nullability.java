package dev.retort.processor.entity.binding;

/** What the surroundings of an attribute say about NULL in its columns. */
enum Nullability {
  /** Rows of other classes are in the same table and have nothing here. */
  FORCED_NULL,
  /** The attribute is part of a key. */
  FORCED_NOT_NULL,
  /** The attribute says. */
  OWN
}
