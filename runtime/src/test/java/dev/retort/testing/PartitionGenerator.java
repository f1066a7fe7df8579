package dev.retort.testing;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.Partition;
import dev.retort.schema.PartitionStrategy;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Divides made-up tables among partitions. There is always one that takes a row: a default one, or
 * all remainders of a hash. What a partition has for bounds follows from its name and the type of
 * the key, so that two made-up tables differ in which partitions they have, and rows never stand in
 * the way of one that comes.
 */
final class PartitionGenerator {

  /** Values that {@code Rows} gives to no row, in order. */
  private static final Map<String, List<String>> VALUES =
      Map.of(
          "bigint", List.of("100", "200", "300"),
          "integer", List.of("100", "200", "300"),
          "smallint", List.of("100", "200", "300"),
          "character varying", List.of("'a'", "'b''s'", "'c'"),
          "text", List.of("'a'", "'b''s'", "'c'"),
          "numeric", List.of("100", "200", "300"),
          "timestamp with time zone",
              List.of(
                  "'2027-01-01 00:00:00+00'",
                  "'2027-02-01 00:00:00+00'",
                  "'2027-03-01 00:00:00+00'"));

  private final Random random;
  private final SchemaGenerator schemas;

  PartitionGenerator(Random random, SchemaGenerator schemas) {
    this.random = random;
    this.schemas = schemas;
  }

  /** The table without the keys and unique indexes that lack the columns; itself if it cannot. */
  Table divided(Table table) {
    List<Column> possible =
        table.columns().stream()
            .filter(column -> column.generation().isEmpty())
            .filter(column -> column.type().arrayDimensions() == 0)
            .filter(column -> VALUES.containsKey(column.type().name()))
            .toList();
    if (possible.isEmpty()) {
      return table;
    }
    List<String> keyed = table.primaryKey().map(key -> key.columns()).orElse(List.of());
    Column column =
        possible.stream()
            .filter(each -> keyed.contains(each.name()) && random.nextInt(3) > 0)
            .findFirst()
            .orElseGet(() -> schemas.oneOf(possible));
    Partitioning key =
        new Partitioning(
            schemas.oneOf(List.of(PartitionStrategy.values())), List.of(column.name()), List.of());
    return table
        .withParts(
            table.columns(),
            table.constraints().stream().filter(each -> canStay(each, column)).toList(),
            table.indexes().stream().filter(each -> canStay(each, column)).toList())
        .withPartitioning(Optional.of(key.withPartitions(partitions(table, key, column))));
  }

  private static boolean canStay(Constraint constraint, Column key) {
    return !constraint.isKey() || constraint.columns().contains(key.name());
  }

  private static boolean canStay(Index index, Column key) {
    return !index.unique()
        || index.keys().stream().anyMatch(each -> each.column().equals(Optional.of(key.name())));
  }

  private List<Partition> partitions(Table table, Partitioning key, Column column) {
    List<Partition> partitions = new ArrayList<>();
    if (key.strategy() == PartitionStrategy.HASH) {
      for (int i = 0; i < 2; i++) {
        partitions.add(
            new Partition(name(table, "hash", i), "WITH (MODULUS 2, REMAINDER " + i + ")"));
      }
      return partitions;
    }
    partitions.add(new Partition(name(table, "rest", 0), "DEFAULT"));
    List<String> values = VALUES.get(column.type().name());
    String type = column.type().name().substring(0, 4);
    for (int i = 0; i < 2; i++) {
      if (random.nextBoolean()) {
        partitions.add(
            key.strategy() == PartitionStrategy.RANGE
                ? new Partition(
                    name(table, "range " + type, i),
                    "FROM (" + values.get(i) + ") TO (" + values.get(i + 1) + ")")
                : new Partition(name(table, "list " + type, i), "IN (" + values.get(i) + ")"));
      }
    }
    return partitions;
  }

  private static String name(Table table, String prefix, int number) {
    return SchemaGenerator.nameOf(table.name(), prefix, number);
  }

  /** A partition of any kind, which seldom fits. */
  Partition partition(QualifiedName table) {
    return new Partition(
        SchemaGenerator.nameOf(table, "part", random.nextInt(3)),
        schemas.oneOf(
            List.of(
                "DEFAULT",
                "FROM (1) TO (2)",
                "FROM ('a') TO ('b''s')",
                "IN (7, NULL)",
                "IN ('x')")));
  }
}
