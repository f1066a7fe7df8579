package dev.retort.processor.generate;

import static dev.retort.processor.generate.Expression.call;
import static dev.retort.processor.generate.Expression.string;

import dev.retort.schema.Hypertable;
import dev.retort.schema.Partition;
import dev.retort.schema.Partitioning;
import java.util.List;
import java.util.stream.Stream;

/** How rows are divided, as the expressions that a revision says it with. */
final class PartitionExpressions {

  private final Imports imports;

  PartitionExpressions(Imports imports) {
    this.imports = imports;
  }

  /** The key; partitions are created by calls of their own. */
  Expression partitioning(Partitioning partitioning) {
    String factory =
        switch (partitioning.strategy()) {
          case RANGE -> "partitionByRange";
          case LIST -> "partitionByList";
          case HASH -> "partitionByHash";
        };
    return call(
        imports.member(Partitioning.class, factory),
        partitioning.columns().stream().map(Expression::string).toArray(Expression[]::new));
  }

  Expression partition(Partition partition) {
    return call(
        imports.member(Partition.class, "partition"),
        string(partition.name()),
        string(partition.bounds()));
  }

  Expression hypertable(Hypertable hypertable) {
    return call(
        imports.member(Hypertable.class, "hypertable"),
        arguments(hypertable).toArray(Expression[]::new));
  }

  /** The time column, and the interval where one is given. */
  List<Expression> arguments(Hypertable hypertable) {
    return Stream.concat(Stream.of(hypertable.timeColumn()), hypertable.chunkInterval().stream())
        .map(Expression::string)
        .toList();
  }
}
