package dev.retort.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What PostgreSQL, and TimescaleDB, ask of a table whose rows are divided among partitions or
 * chunks: only within one of them can they tell duplicates.
 */
final class RowDivision {

  private RowDivision() {}

  /** The columns that decide where a row goes; none for an ordinary table. */
  static List<String> key(Table table) {
    return key(table.partitioning(), table.hypertable());
  }

  private static List<String> key(
      Optional<Partitioning> partitioning, Optional<Hypertable> hypertable) {
    if (partitioning.isPresent()) {
      return partitioning.get().columns();
    }
    return hypertable.isPresent() ? List.of(hypertable.get().timeColumn()) : List.of();
  }

  static void requireConsistent(
      QualifiedName table,
      List<Column> columns,
      List<Constraint> constraints,
      List<Index> indexes,
      Optional<Partitioning> partitioning,
      Optional<Hypertable> hypertable) {
    List<String> key = key(partitioning, hypertable);
    if (key.isEmpty()) {
      return;
    }
    if (partitioning.isPresent() && hypertable.isPresent()) {
      throw new SchemaException("table " + table + " cannot be both partitioned and a hypertable");
    }
    partitioning.ifPresent(each -> each.requireConsistent(table));
    String what = partitioning.isPresent() ? "partitioned by" : "a hypertable by";
    List<String> existing = columns.stream().map(Column::name).toList();
    for (String column : key) {
      if (!existing.contains(column)) {
        throw SchemaException.missing(
            "table " + table + " is " + what + " column " + column + ", which it does not have",
            column,
            existing);
      }
    }
    for (Column column : columns) {
      if (key.contains(column.name()) && column.generation().isPresent()) {
        throw new SchemaException(
            "table "
                + table
                + " cannot be "
                + what
                + " column "
                + column.name()
                + ", which is generated");
      }
    }
    for (Constraint constraint : constraints) {
      if (constraint.isKey()) {
        requireKey(table, "constraint " + constraint.name(), constraint.columns(), key, what);
      }
      if (partitioning.isPresent()
          && constraint instanceof ForeignKey foreignKey
          && !foreignKey.validated()) {
        // PostgreSQL 18 is the first version that can.
        throw new SchemaException(
            "foreign key "
                + foreignKey.name()
                + " of table "
                + table
                + ", which is partitioned, cannot be added without checking the rows");
      }
    }
    for (Index index : indexes) {
      if (index.unique()) {
        List<String> keys = index.keys().stream().flatMap(each -> each.column().stream()).toList();
        requireKey(table, "unique index " + index.name(), keys, key, what);
      }
    }
  }

  private static void requireKey(
      QualifiedName table, String what, List<String> columns, List<String> key, String divided) {
    for (String column : key) {
      if (!columns.contains(column)) {
        throw new SchemaException(
            what
                + " of table "
                + table
                + " does not have column "
                + column
                + ", but the table is "
                + divided
                + " it: only within one part can duplicates be told");
      }
    }
  }

  static void requireNotInKey(Table table, String column, String refusal) {
    if (key(table).contains(column)) {
      throw new SchemaException(
          "column "
              + table.name()
              + "."
              + column
              + " "
              + refusal
              + ", because the table is "
              + (table.partitioning().isPresent() ? "partitioned by" : "a hypertable by")
              + " it");
    }
  }

  /** The columns, those that a hypertable goes by NOT NULL, as TimescaleDB makes them. */
  static List<Column> withTimeNotNull(List<Column> columns, Optional<Hypertable> hypertable) {
    if (hypertable.isEmpty()) {
      return columns;
    }
    String time = hypertable.get().timeColumn();
    return Lists.mapped(columns, c -> c.name().equals(time) ? c.notNull() : c);
  }

  /** A partition is a table, and so gives its name to a type. */
  static void requireNoTypes(Schema schema, Table before, Table after) {
    Set<String> known = partitionNames(before);
    for (String name : partitionNames(after)) {
      if (!known.contains(name)) {
        EnumTypes.requireNone(schema, after.name().withLocal(name));
      }
    }
  }

  /** The table that has a partition of that name, which lies in the table's namespace. */
  static Optional<Table> ownerOf(Schema schema, QualifiedName partition) {
    return schema.tables().values().stream()
        .filter(table -> table.name().namespace().equals(partition.namespace()))
        .filter(table -> partitionNames(table).contains(partition.local()))
        .findFirst();
  }

  static Set<String> partitionNames(Table table) {
    return table
        .partitioning()
        .map(
            each ->
                each.partitions().stream()
                    .map(Partition::name)
                    .collect(java.util.stream.Collectors.toUnmodifiableSet()))
        .orElse(Set.of());
  }
}
