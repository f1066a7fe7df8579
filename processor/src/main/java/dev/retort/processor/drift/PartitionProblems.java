package dev.retort.processor.drift;

import static java.util.stream.Collectors.joining;

import dev.retort.operation.AlterChunkInterval;
import dev.retort.operation.AlterPartitions;
import dev.retort.operation.CreateHypertable;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropPartition;
import dev.retort.operation.MoveRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RenamePartition;
import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.schema.Hypertable;
import dev.retort.schema.Partition;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is told of how rows are divided; nothing of partitions that come with their table. */
final class PartitionProblems {

  private final Drift drift;
  private final DriftProblems problems;

  PartitionProblems(Drift drift, DriftProblems problems) {
    this.drift = drift;
    this.problems = problems;
  }

  /** Whether the table is there before and after, and its rows are moved to a new one. */
  boolean isCopied(QualifiedName table) {
    return moveTo(table).isPresent();
  }

  /** What moves the rows to the new table of that name. */
  Optional<Operation> moveTo(QualifiedName table) {
    return drift.operations().stream()
        .filter(each -> each instanceof MoveRows move && move.to().equals(table))
        .findFirst();
  }

  /** Of a table that is copied, what it is copied for; once, if it takes two copies. */
  Optional<Problem> of(CreateTable create) {
    Table mapped = drift.meant().requireTable(create.table().name());
    Table before = drift.renamed().requireTable(mapped.name());
    String wanted = division(mapped);
    String created = division(before);
    if (!division(create.table()).equals(wanted)) {
      return Optional.empty();
    }
    return Optional.of(
        wanted.equals(created)
            ? problems.differs(
                "how table " + mapped.name() + " is divided",
                bounds(mapped.partitions()),
                bounds(before.partitions()))
            : problems.differs("table " + mapped.name(), wanted, created));
  }

  /** Nothing of a partition that only makes room for one of the new table. */
  Optional<Problem> of(RenamePartition rename) {
    if (drift.renamed().table(rename.table()).isEmpty() || isCopied(rename.table())) {
      return Optional.empty();
    }
    Partition created =
        drift.renamed().requireTable(rename.table()).requirePartition(rename.partition());
    return Optional.of(
        problems.differs(
            "a partition of table " + rename.table(),
            bounds(List.of(created.withName(rename.newName()))),
            bounds(List.of(created))));
  }

  Optional<Problem> of(CreatePartition create) {
    boolean comesAlong =
        drift.renamed().table(create.table()).isEmpty() || isCopied(create.table());
    return comesAlong
        ? Optional.empty()
        : Optional.of(
            problems.notCreated(
                "partition "
                    + create.partition().name()
                    + " of table "
                    + create.table()
                    + " ("
                    + create.partition().bounds()
                    + ")"));
  }

  Problem of(DropPartition drop) {
    return problems.notMapped("partition " + drop.partition() + " of table " + drop.table());
  }

  Problem of(AlterPartitions alter) {
    Table created = drift.renamed().requireTable(alter.table());
    return problems.differs(
        (alter.partitions().size() == 1 ? "a partition" : "partitions")
            + " of table "
            + alter.table(),
        bounds(alter.partitions()),
        bounds(
            alter.partitions().stream()
                .map(each -> created.requirePartition(each.name()))
                .toList()));
  }

  private static String bounds(List<Partition> partitions) {
    return partitions.stream()
        .map(each -> each.name() + " " + each.bounds())
        .collect(joining(" and "));
  }

  Problem of(CreateHypertable create) {
    return hypertable(create.table());
  }

  Problem of(AlterChunkInterval alter) {
    return hypertable(alter.table());
  }

  private Problem hypertable(QualifiedName table) {
    return problems.differs(
        "table " + table,
        division(drift.meant().requireTable(table)),
        division(drift.renamed().requireTable(table)));
  }

  private static String division(Table table) {
    return table
        .partitioning()
        .map(PartitionProblems::words)
        .or(() -> table.hypertable().map(PartitionProblems::words))
        .orElse("an ordinary table");
  }

  private static String words(Partitioning partitioning) {
    return "partitioned by "
        + partitioning.strategy().name().toLowerCase(Locale.ROOT)
        + " ("
        + String.join(", ", partitioning.columns())
        + ")";
  }

  private static String words(Hypertable hypertable) {
    return "a hypertable by "
        + hypertable.timeColumn()
        + hypertable
            .chunkInterval()
            .map(interval -> " with chunks of " + interval)
            .orElse(" with chunks of the default size");
  }
}
