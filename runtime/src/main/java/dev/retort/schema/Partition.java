package dev.retort.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A partition of a partitioned table, in the namespace of that table.
 *
 * @param name the partition's name; no other table, sequence or index of the namespace has it
 * @param bounds which rows it takes, as SQL: {@code FROM ('2026-01-01') TO ('2026-02-01')}, {@code
 *     IN ('A', 'B')}, {@code WITH (MODULUS 4, REMAINDER 0)}, what PostgreSQL's {@code FOR VALUES}
 *     is followed by; or {@code DEFAULT} for those that no other partition takes
 */
public record Partition(String name, String bounds) {

  private static final Pattern FOR_VALUES = Pattern.compile("(?i)\\s*for\\s+values\\b\\s*");

  private static final Pattern RANGE = Pattern.compile("(?is)from\\s*\\(.+\\)\\s*to\\s*\\(.+\\)");

  private static final Pattern LIST = Pattern.compile("(?is)in\\s*\\(.+\\)");

  private static final Pattern HASH =
      Pattern.compile(
          "(?is)with\\s*\\(\\s*modulus\\s+(\\d{1,9})\\s*,\\s*remainder\\s+(\\d{1,9})\\s*\\)");

  private static final String DEFAULT = "DEFAULT";

  /**
   * Takes the bounds with or without the words {@code FOR VALUES} before them.
   *
   * @throws SchemaException if they are bounds of no kind
   */
  public Partition {
    Names.requireName(name);
    Matcher forValues = FOR_VALUES.matcher(bounds);
    bounds = (forValues.lookingAt() ? bounds.substring(forValues.end()) : bounds).strip();
    if (bounds.toUpperCase(Locale.ROOT).equals(DEFAULT)) {
      bounds = DEFAULT;
    } else if (strategyOf(bounds).isEmpty()) {
      throw new SchemaException(
          "partition "
              + name
              + " has the bounds "
              + bounds
              + ", which are none: write FROM (…) TO (…), IN (…), WITH (MODULUS …, REMAINDER …) or"
              + " DEFAULT");
    }
  }

  public static Partition partition(String name, String bounds) {
    return new Partition(name, bounds);
  }

  public Partition withName(String newName) {
    return new Partition(newName, bounds);
  }

  Partition withBounds(String newBounds) {
    return new Partition(name, newBounds);
  }

  /** Whether it takes the rows that no other partition takes. */
  public boolean isDefault() {
    return bounds.equals(DEFAULT);
  }

  /**
   * Requires bounds of the table's strategy. A table that is partitioned by hash has no default.
   */
  void requireFitting(QualifiedName table, PartitionStrategy strategy) {
    Optional<PartitionStrategy> own = strategyOf(bounds);
    if (own.map(known -> known != strategy).orElse(strategy == PartitionStrategy.HASH)) {
      throw new SchemaException(
          "partition "
              + name
              + " with the bounds "
              + bounds
              + " cannot be one of table "
              + table
              + ", which is partitioned by "
              + strategy.name().toLowerCase(Locale.ROOT));
    }
    Matcher hash = HASH.matcher(bounds);
    if (hash.matches() && Integer.parseInt(hash.group(2)) >= Integer.parseInt(hash.group(1))) {
      throw new SchemaException(
          "partition "
              + name
              + " of table "
              + table
              + " has a remainder that is not below its modulus");
    }
  }

  private static Optional<PartitionStrategy> strategyOf(String bounds) {
    if (RANGE.matcher(bounds).matches()) {
      return Optional.of(PartitionStrategy.RANGE);
    }
    if (LIST.matcher(bounds).matches()) {
      return Optional.of(PartitionStrategy.LIST);
    }
    return HASH.matcher(bounds).matches() ? Optional.of(PartitionStrategy.HASH) : Optional.empty();
  }
}
