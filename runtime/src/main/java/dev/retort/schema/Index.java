package dev.retort.schema;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An index of a table.
 *
 * @param name the index's name, unique in its namespace
 * @param method the access method: {@code btree}, {@code hash}, {@code gin}, {@code gist}, {@code
 *     brin}, {@code spgist} or that of an extension
 * @param keys the indexed columns and expressions in order; at least one
 * @param included columns that the index carries and that are no keys, in order
 * @param unique whether it forbids duplicates
 * @param nullsDistinct whether NULLs are no duplicates of each other, as they are by default; an
 *     index for which they are needs PostgreSQL 15
 * @param predicate the SQL condition of a partial index, or empty
 */
public record Index(
    String name,
    String method,
    List<IndexKey> keys,
    List<String> included,
    boolean unique,
    boolean nullsDistinct,
    Optional<String> predicate) {

  public Index {
    Names.requireName(name);
    Names.requireName(method);
    keys = List.copyOf(keys);
    included = List.copyOf(included);
    for (String column : included) {
      Names.requireName(column);
    }
    requireNonNull(predicate, "predicate");
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("an index needs at least one column");
    }
  }

  /** An ascending B-tree index on the given columns. */
  public static Index index(String name, String... columns) {
    IndexKey[] keys = new IndexKey[columns.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = IndexKey.asc(columns[i]);
    }
    return index(name, keys);
  }

  /** A B-tree index of the given keys. */
  public static Index index(String name, IndexKey... keys) {
    return new Index(
        name, AccessMethod.DEFAULT, List.of(keys), List.of(), false, true, Optional.empty());
  }

  public Index asUnique() {
    return new Index(name, method, keys, included, true, nullsDistinct, predicate);
  }

  /** The same index by another access method, such as {@code gin}. */
  public Index using(String accessMethod) {
    return new Index(name, accessMethod, keys, included, unique, nullsDistinct, predicate);
  }

  /** The same index, carrying further columns that are no keys. */
  public Index include(String... columns) {
    List<String> more = new ArrayList<>(included);
    more.addAll(List.of(columns));
    return new Index(name, method, keys, more, unique, nullsDistinct, predicate);
  }

  /** The same unique index, for which NULLs are duplicates of each other (PostgreSQL 15). */
  public Index nullsNotDistinct() {
    return new Index(name, method, keys, included, unique, false, predicate);
  }

  /** The same index over the rows that the SQL condition holds for. */
  public Index where(String condition) {
    return withPredicate(Optional.of(condition));
  }

  public Index withPredicate(Optional<String> condition) {
    return new Index(name, method, keys, included, unique, nullsDistinct, condition);
  }

  public Index withKeys(List<IndexKey> newKeys) {
    return new Index(name, method, newKeys, included, unique, nullsDistinct, predicate);
  }

  public Index withName(String newName) {
    return new Index(newName, method, keys, included, unique, nullsDistinct, predicate);
  }

  public Index withColumnRenamed(String from, String to) {
    return new Index(
        name,
        method,
        Lists.mapped(keys, key -> key.withColumnRenamed(from, to)),
        Lists.replaced(included, from, to),
        unique,
        nullsDistinct,
        predicate.map(condition -> ExpressionText.withColumnRenamed(condition, from, to)));
  }

  /** Whether this is an index by PostgreSQL's default method. */
  public boolean isBtree() {
    return method.equals(AccessMethod.DEFAULT);
  }

  /** The columns that the index holds as they are: those of its keys, and those it includes. */
  public List<String> columns() {
    return Stream.concat(keys.stream().flatMap(key -> key.column().stream()), included.stream())
        .toList();
  }

  /** The SQL expressions in it: those of its keys, and its condition. */
  public List<String> expressions() {
    return Stream.concat(
            keys.stream().flatMap(key -> key.expression().stream()), predicate.stream())
        .toList();
  }

  /** Whether the index goes when the given column is dropped. */
  public boolean involves(String column) {
    return columns().contains(column) || hasExpressionOn(column);
  }

  /** Whether an expression among its keys, or its condition, mentions the column. */
  public boolean hasExpressionOn(String column) {
    return expressions().stream().anyMatch(text -> ExpressionText.mentions(text, column));
  }

  /**
   * The columns that it makes unique together, over all rows and as a foreign key's target must be;
   * empty for any other index.
   */
  Optional<Set<String>> key() {
    Set<String> columns = new HashSet<>();
    keys.forEach(key -> key.column().ifPresent(columns::add));
    // One that repeats a column is none that PostgreSQL lets a foreign key refer to.
    return unique && predicate.isEmpty() && columns.size() == keys.size()
        ? Optional.of(columns)
        : Optional.empty();
  }

  /** Whether the two index the same thing, whatever their names. */
  public boolean sameDefinition(Index other) {
    return other.withName(name).equals(this);
  }

  /** Whether the foreign key can refer to the columns because of this index. */
  public boolean isKeyFor(ForeignKey key) {
    return unique
        && keys.stream().allMatch(each -> each.column().isPresent())
        && Set.copyOf(keys.stream().flatMap(each -> each.column().stream()).toList())
            .equals(Set.copyOf(key.referencedColumns()));
  }
}
