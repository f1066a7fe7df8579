package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.list;
import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.operation.AlterPartitions;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.DropPartition;
import dev.retort.operation.MoveRows;
import dev.retort.schema.Partition;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** The statements on partitions. */
public final class PartitionStatements {

  private PartitionStatements() {}

  /** What follows the elements of a {@code CREATE TABLE}; empty for an ordinary table. */
  static String partitionBy(Table table) {
    return table.partitioning().isPresent() ? " " + partitionBy(table.partitioning().get()) : "";
  }

  /** {@code PARTITION BY} with the key. */
  public static String partitionBy(Partitioning partitioning) {
    return "PARTITION BY "
        + partitioning.strategy().name()
        + " ("
        + list(partitioning.columns())
        + ")";
  }

  /** The bounds with the words before them. */
  public static String bounds(Partition partition) {
    return partition.isDefault() ? partition.bounds() : "FOR VALUES " + partition.bounds();
  }

  static List<String> create(CreatePartition operation) {
    return List.of(
        "CREATE TABLE "
            + quote(operation.table().withLocal(operation.partition().name()))
            + " PARTITION OF "
            + quote(operation.table())
            + " "
            + bounds(operation.partition()));
  }

  /** Detached first: PostgreSQL drops no partition of a table that a foreign key refers to. */
  static List<String> drop(DropPartition operation) {
    return List.of(
        detach(operation.table(), operation.partition()),
        "DROP TABLE " + quote(operation.table().withLocal(operation.partition())));
  }

  /** All are detached before one is attached: the bounds of one may be those that another had. */
  static List<String> alter(AlterPartitions operation) {
    return Stream.concat(
            operation.partitions().stream().map(each -> detach(operation.table(), each.name())),
            operation.partitions().stream()
                .map(
                    each ->
                        "ALTER TABLE "
                            + quote(operation.table())
                            + " ATTACH PARTITION "
                            + quote(operation.table().withLocal(each.name()))
                            + " "
                            + bounds(each)))
        .toList();
  }

  private static String detach(QualifiedName table, String partition) {
    return "ALTER TABLE " + quote(table) + " DETACH PARTITION " + quote(table.withLocal(partition));
  }

  static List<String> move(MoveRows operation) {
    String columns = list(operation.columns());
    return List.of(
        "INSERT INTO "
            + quote(operation.to())
            + " ("
            + columns
            + ") OVERRIDING SYSTEM VALUE SELECT "
            + columns
            + " FROM "
            + quote(operation.from()),
        countOn(operation),
        "TRUNCATE TABLE " + quote(operation.from()));
  }

  /** Which of the columns are identity columns, on both sides, only the server knows. */
  private static String countOn(MoveRows operation) {
    String from = literal(quote(operation.from()));
    String to = literal(quote(operation.to()));
    String body =
        """

        DECLARE
          counted record;
        BEGIN
          FOR counted IN
            SELECT pg_catalog.pg_get_serial_sequence(%1$s, old.attname) AS source,
              pg_catalog.pg_get_serial_sequence(%2$s, new.attname) AS target
            FROM pg_catalog.pg_attribute old JOIN pg_catalog.pg_attribute new USING (attname)
            WHERE old.attrelid = %1$s::pg_catalog.regclass AND old.attidentity <> ''
              AND new.attrelid = %2$s::pg_catalog.regclass AND new.attidentity <> ''
          LOOP
            EXECUTE pg_catalog.format(
              'SELECT pg_catalog.setval(%%L, last_value, is_called) FROM %%s',
              counted.target, counted.source);
          END LOOP;
        END
        """
            .formatted(from, to);
    return SqlRenderer.block(body);
  }
}
