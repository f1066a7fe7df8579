package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A B-tree index of a table.
 *
 * @param name the index's name, unique in its namespace
 * @param keys the indexed columns in order; at least one
 * @param unique whether it forbids duplicates
 * @param predicate the SQL condition of a partial index, or empty
 */
public record Index(String name, List<IndexKey> keys, boolean unique, Optional<String> predicate) {

  public Index {
    Names.requireName(name);
    keys = List.copyOf(keys);
    requireNonNull(predicate, "predicate");
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("an index needs at least one column");
    }
  }

  /** An ascending index on the given columns. */
  public static Index index(String name, String... columns) {
    return new Index(name, Stream.of(columns).map(IndexKey::asc).toList(), false, Optional.empty());
  }

  public static Index index(String name, IndexKey... keys) {
    return new Index(name, List.of(keys), false, Optional.empty());
  }

  public Index asUnique() {
    return new Index(name, keys, true, predicate);
  }

  /** The same index over the rows that the SQL condition holds for. */
  public Index where(String condition) {
    return new Index(name, keys, unique, Optional.of(condition));
  }

  public Index withColumnRenamed(String from, String to) {
    return new Index(
        name,
        keys.stream()
            .map(key -> key.column().equals(from) ? new IndexKey(to, key.descending()) : key)
            .toList(),
        unique,
        predicate.map(condition -> ExpressionText.withColumnRenamed(condition, from, to)));
  }

  /** Whether the index goes when the given column is dropped. */
  public boolean involves(String column) {
    return covers(column) || hasConditionOn(column);
  }

  /** Whether this is a partial index whose condition mentions the column. */
  public boolean hasConditionOn(String column) {
    return predicate.filter(condition -> ExpressionText.mentions(condition, column)).isPresent();
  }

  public boolean covers(String column) {
    return keys.stream().anyMatch(key -> key.column().equals(column));
  }

  /** Whether the two index the same thing, whatever their names. */
  public boolean sameDefinition(Index other) {
    return keys.equals(other.keys) && unique == other.unique && predicate.equals(other.predicate);
  }
}
