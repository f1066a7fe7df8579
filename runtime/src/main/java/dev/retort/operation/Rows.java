package dev.retort.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rows as data. Written as {@code columns("id", "name").row(1, "North").row(2, "South")}, with
 * {@code key("id")} where rows that exist are meant.
 *
 * @param columns the columns that have values, in the order of the values
 * @param key those of the columns that say which row is meant; none for new rows
 * @param values the values of each row
 * @param former for rows that are changed, what the columns beyond the key hold before; as many as
 *     there are rows, or none where that is not said
 * @param overridingSystemValue whether the values of identity columns that are always generated are
 *     given
 */
public record Rows(
    List<String> columns,
    List<String> key,
    List<List<Value>> values,
    List<List<Value>> former,
    boolean overridingSystemValue) {

  /**
   * Checks the parts against each other.
   *
   * @throws IllegalArgumentException if a column is there twice, the key is none of the columns, a
   *     row has not one value for each column, or the key of a row is NULL or that of another one
   */
  public Rows {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    values = values.stream().map(List::copyOf).toList();
    former = former.stream().map(List::copyOf).toList();
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("rows need a column at least");
    }
    requireDistinct(columns);
    requireDistinct(key);
    for (String each : key) {
      if (!columns.contains(each)) {
        throw new IllegalArgumentException(
            "key column " + each + " is none of the columns " + String.join(", ", columns));
      }
    }
    for (List<Value> row : values) {
      requireArity("a row", row, columns);
    }
    List<String> others = without(columns, key);
    for (List<Value> row : former) {
      requireArity("was(…)", row, others);
    }
    requireKeys(columns, key, values);
  }

  /** Rows of the given columns; the values follow by {@link #row}. */
  public static Rows columns(String... columns) {
    return new Rows(List.of(columns), List.of(), List.of(), List.of(), false);
  }

  /** The same rows, found by the given columns: the primary key, or others that are unique. */
  public Rows key(String... keyColumns) {
    return new Rows(columns, List.of(keyColumns), values, former, overridingSystemValue);
  }

  /**
   * The same rows and one more, with a value for each column in their order.
   *
   * @param row what a value can be is said at {@link Operations#execute(String, Object...)}
   */
  public Rows row(Object... row) {
    return new Rows(columns, key, appended(values, Value.list(row)), former, overridingSystemValue);
  }

  /**
   * The same rows, with what the last one holds before it is changed, which is what the way back
   * writes: a value for each column beyond the key.
   */
  public Rows was(Object... before) {
    return new Rows(
        columns, key, values, appended(former, Value.list(before)), overridingSystemValue);
  }

  /** The same rows with values for identity columns that are always generated. */
  public Rows overridingSystemValues() {
    return new Rows(columns, key, values, former, true);
  }

  /** The columns beyond the key. */
  public List<String> others() {
    return without(columns, key);
  }

  /** Of the given row, the values of the key. */
  public List<Value> keyOf(List<Value> row) {
    return picked(columns, row, key::contains);
  }

  /** Of the given row, the values of the columns beyond the key. */
  public List<Value> othersOf(List<Value> row) {
    return picked(columns, row, column -> !key.contains(column));
  }

  private static List<Value> picked(
      List<String> columns, List<Value> row, Predicate<String> wanted) {
    List<Value> picked = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (wanted.test(columns.get(i))) {
        picked.add(row.get(i));
      }
    }
    return picked;
  }

  private static List<String> without(List<String> columns, List<String> key) {
    return columns.stream().filter(column -> !key.contains(column)).toList();
  }

  private static void requireDistinct(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("column " + name + " is there twice");
      }
    }
  }

  private static void requireArity(String what, List<Value> row, List<String> columns) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          what
              + " has "
              + row.size()
              + (row.size() == 1 ? " value for " : " values for ")
              + (columns.isEmpty() ? "no column" : "the columns " + String.join(", ", columns)));
    }
  }

  private static void requireKeys(
      List<String> columns, List<String> key, List<List<Value>> values) {
    if (key.isEmpty()) {
      return;
    }
    Set<List<Value>> seen = new HashSet<>();
    for (List<Value> row : values) {
      List<Value> found = picked(columns, row, key::contains);
      if (found.stream().anyMatch(Value::isNull)) {
        throw new IllegalArgumentException(
            "NULL is no key: no row is found by it (" + String.join(", ", key) + ")");
      }
      if (!seen.add(found)) {
        throw new IllegalArgumentException(
            "two rows have the same key (" + String.join(", ", key) + ")");
      }
    }
  }

  private static List<List<Value>> appended(List<List<Value>> rows, List<Value> row) {
    List<List<Value>> more = new ArrayList<>(rows);
    more.add(row);
    return more;
  }

  /** {@code 3 rows}. */
  String counted() {
    return values.size() + (values.size() == 1 ? " row" : " rows");
  }
}
