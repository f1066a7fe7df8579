package dev.retort.diff;

import dev.retort.operation.AlterChunkInterval;
import dev.retort.operation.AlterPartitions;
import dev.retort.operation.CreateHypertable;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.DropPartition;
import dev.retort.operation.RenamePartition;
import dev.retort.schema.Hypertable;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;

/**
 * The difference between the partitions of a table whose key stays, and what TimescaleDB is to do
 * with it. Where the table is to have partitions and none is named, any will do: jobs create them.
 */
final class PartitionDiffer {

  private PartitionDiffer() {}

  static void diff(Table from, Table to, Script script) {
    if (from.partitioning().isPresent() && to.partitioning().isPresent()) {
      diff(to.name(), from.partitioning().get(), to.partitioning().get(), script);
    }
    if (to.hypertable().isPresent() && !from.hypertable().equals(to.hypertable())) {
      Hypertable chunks = to.hypertable().get();
      if (from.hypertable().isEmpty()) {
        script.add(Phase.CREATE_HYPERTABLES, new CreateHypertable(to.name(), chunks));
      } else {
        script.add(
            Phase.CREATE_HYPERTABLES, new AlterChunkInterval(to.name(), chunks.chunkInterval()));
      }
    }
  }

  private static void diff(QualifiedName table, Partitioning from, Partitioning to, Script script) {
    PartitionMatching matching = PartitionMatching.of(from, to);
    matching
        .renamed()
        .forEach(
            (old, name) ->
                script.add(Phase.RENAME_PARTITIONS, new RenamePartition(table, old, name)));
    matching
        .created()
        .forEach(each -> script.add(Phase.CREATE_PARTITIONS, new CreatePartition(table, each)));
    matching
        .dropped()
        .forEach(name -> script.add(Phase.DROP_PARTITIONS, new DropPartition(table, name)));
    if (!matching.altered().isEmpty()) {
      script.add(Phase.ALTER_PARTITIONS, new AlterPartitions(table, matching.altered()));
    }
  }
}
