package dev.retort.diff;

/**
 * The order in which changes are made, so that each finds what it needs and nothing that is in its
 * way: whatever refers to something goes before it and comes after it, and every name is free
 * before it is given again.
 */
enum Phase {
  /** Before all that may be in them. */
  CREATE_NAMESPACES,
  /** Before the columns and indexes that need their types and methods. */
  CREATE_EXTENSIONS,
  /** Views and triggers hold on to tables and columns. */
  DROP_OBJECTS,
  /** They hold on to tables and keys. */
  DROP_FOREIGN_KEYS,
  DROP_TABLES,
  /** Before others take their bounds or their names. */
  DROP_PARTITIONS,
  RENAME_PARTITIONS,
  DROP_INDEXES,
  DROP_CONSTRAINTS,
  /** Before the columns that they are computed from change or go. */
  LEAVE_GENERATED_COLUMNS,
  /** Sequences whose name is needed again; the others go last. */
  DROP_SEQUENCES_IN_THE_WAY,
  /** Before the columns that are of them. */
  CREATE_ENUM_TYPES,
  /**
   * Columns that are no longer of a type that is rebuilt, or whose name is needed again, and those
   * whose identity has a sequence with such a name.
   */
  LEAVE_TYPES_AND_IDENTITIES,
  /** Types whose name is needed again; the others go last. */
  DROP_ENUM_TYPES_IN_THE_WAY,
  /** Before the columns and conditions that name new labels. */
  CHANGE_ENUM_TYPES,
  /** After the types of their attributes, and before the columns that are of them. */
  CHANGE_COMPOSITE_TYPES,
  /** Before the columns whose defaults may draw on them. */
  CREATE_SEQUENCES,
  /** Functions that tables need. */
  CREATE_ROUTINES,
  /** Tables after those that they refer to, their foreign keys inside where the target exists. */
  CREATE_TABLES,
  ALTER_PARTITIONS,
  CREATE_PARTITIONS,
  ADD_COLUMNS,
  ALTER_COLUMNS,
  DROP_COLUMNS,
  /** After the columns that they are computed from. */
  ADD_GENERATED_COLUMNS,
  /** After the time column is as it is to be. */
  CREATE_HYPERTABLES,
  ADD_CONSTRAINTS,
  CREATE_INDEXES,
  /** After the keys and unique indexes that they refer to. */
  ADD_FOREIGN_KEYS,
  /** Of constraints that stay; it reads the rows as they are in the end. */
  VALIDATE_CONSTRAINTS,
  /** After the tables and columns that they read. */
  CREATE_OBJECTS,
  /** After the columns and conditions that called them. */
  DROP_ROUTINES,
  /** After the columns whose defaults may have drawn on them. */
  DROP_SEQUENCES,
  /** After the columns that were of them. */
  DROP_COMPOSITE_TYPES,
  /** After the columns and attributes that were of them. */
  DROP_ENUM_TYPES,
  DROP_EXTENSIONS,
  /** When nothing is in them any more. */
  DROP_NAMESPACES
}
