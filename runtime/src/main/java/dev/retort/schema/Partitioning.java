package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table is divided into partitions, and those that it has. PostgreSQL cannot give a table
 * that exists another partitioning: its rows are moved to a new one.
 *
 * @param strategy how a row finds its partition
 * @param columns the columns that decide it, in order; at least one, and one alone for a list
 * @param partitions the partitions in the order of their creation; in a statement that a table is
 *     to have partitions, none says that it does not matter which
 */
public record Partitioning(
    PartitionStrategy strategy, List<String> columns, List<Partition> partitions)
    implements TableElement {

  /** PostgreSQL's PARTITION_MAX_KEYS. */
  private static final int MAX_COLUMNS = 32;

  private static final Pattern LITERAL = Pattern.compile("'(?:[^']++|'')*+'");

  public Partitioning {
    requireNonNull(strategy, "strategy");
    columns = Names.requireDistinctColumns(columns, "the key of partitions");
    partitions = List.copyOf(partitions);
    if (strategy == PartitionStrategy.LIST && columns.size() > 1) {
      throw new SchemaException("a table cannot be partitioned by lists of more than one column");
    }
    if (columns.size() > MAX_COLUMNS) {
      throw new SchemaException(
          "a table cannot be partitioned by more than " + MAX_COLUMNS + " columns");
    }
  }

  /** By the range that the columns' values lie in. */
  public static Partitioning partitionByRange(String... columns) {
    return new Partitioning(PartitionStrategy.RANGE, List.of(columns), List.of());
  }

  /** By the list that has the column's value. */
  public static Partitioning partitionByList(String column) {
    return new Partitioning(PartitionStrategy.LIST, List.of(column), List.of());
  }

  /** By the remainder of a hash of the columns' values. */
  public static Partitioning partitionByHash(String... columns) {
    return new Partitioning(PartitionStrategy.HASH, List.of(columns), List.of());
  }

  public Partitioning withPartitions(List<Partition> newPartitions) {
    return new Partitioning(strategy, columns, newPartitions);
  }

  /** Whether rows are divided in the same way, whatever the partitions are. */
  public boolean sameKey(Partitioning other) {
    return strategy == other.strategy && columns.equals(other.columns);
  }

  public Optional<Partition> partition(String name) {
    return partitions.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  Partitioning withColumnRenamed(String from, String to) {
    return new Partitioning(strategy, Lists.replaced(columns, from, to), partitions);
  }

  /**
   * PostgreSQL keeps bounds as values, so that they follow a renamed label. With several columns in
   * the key, a literal may be of another type; those are left.
   */
  Partitioning withLabelRenamed(String column, String from, String to) {
    if (!columns.equals(List.of(column))) {
      return this;
    }
    String renamed = Matcher.quoteReplacement(EnumType.quoted(to));
    return withPartitions(
        Lists.mapped(
            partitions,
            each ->
                each.withBounds(
                    LITERAL
                        .matcher(each.bounds())
                        .replaceAll(
                            literal ->
                                literal.group().equals(EnumType.quoted(from))
                                    ? renamed
                                    : Matcher.quoteReplacement(literal.group())))));
  }

  /** Requires partitions that can stand beside each other, as far as their text tells. */
  void requireConsistent(QualifiedName table) {
    Set<String> names = new HashSet<>();
    Optional<Partition> takesRest = Optional.empty();
    for (Partition each : partitions) {
      each.requireFitting(table, strategy);
      if (!names.add(each.name())) {
        throw new SchemaException("table " + table + " already has a partition " + each.name());
      }
      if (each.name().equals(table.local())) {
        throw new SchemaException(
            "a partition of table " + table + " cannot have the table's name");
      }
      if (each.isDefault() && takesRest.isPresent()) {
        throw new SchemaException(
            "partition "
                + each.name()
                + " cannot be the default of table "
                + table
                + ", which partition "
                + takesRest.get().name()
                + " is");
      }
      takesRest = each.isDefault() ? Optional.of(each) : takesRest;
    }
  }
}
