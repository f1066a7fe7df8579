package dev.retort.catalog;

import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.postgres.PartitionStatements;
import dev.retort.postgres.TypeNames;
import dev.retort.schema.Partition;
import dev.retort.schema.Partitioning;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;

/** Bounds of partitions as the server keeps them: as values of the key's types. */
final class PartitionForm {

  private static final String TABLE = "retort_divided";
  private static final String PARTITION = "retort_partition";

  private final Statement statement;
  private final Namespaces namespaces;

  PartitionForm(Statement statement, Namespaces namespaces) {
    this.statement = statement;
    this.namespaces = namespaces;
  }

  /** Creates a table with the columns of the key alone, without partitions. */
  String createTable(Table table, Partitioning partitioning) throws SQLException {
    statement.execute(
        "CREATE TEMPORARY TABLE "
            + TABLE
            + partitioning.columns().stream()
                .map(table::requireColumn)
                .map(each -> quote(each.name()) + " " + TypeNames.render(each.type()))
                .collect(joining(", ", " (", ") "))
            + PartitionStatements.partitionBy(partitioning));
    return TABLE;
  }

  void dropTable() throws SQLException {
    statement.execute("DROP TABLE pg_temp." + TABLE);
  }

  /** The partition with its bounds as the server reads them. */
  Partition of(Partition partition) throws SQLException {
    statement.execute(
        "CREATE TEMPORARY TABLE "
            + PARTITION
            + " PARTITION OF pg_temp."
            + TABLE
            + " "
            + PartitionStatements.bounds(partition));
    String bounds =
        namespaces.read(
            statement.getConnection(),
            "SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = 'pg_temp."
                + PARTITION
                + "'::regclass",
            row -> {
              row.next();
              return row.getString(1);
            });
    statement.execute("DROP TABLE pg_temp." + PARTITION);
    return new Partition(partition.name(), bounds);
  }
}
