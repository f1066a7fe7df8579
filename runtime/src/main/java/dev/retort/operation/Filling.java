package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@link Backfill} writes, and in which steps. Written as {@code set("status",
 * "'ACTIVE'").where("status IS NULL").batchSize(5_000)}.
 *
 * @param assignments the columns and what they are set to, in order; at least one
 * @param condition the SQL condition of the rows that are written, or empty for all
 * @param batchSize how many rows one transaction goes through, whether it writes them or not
 * @param pause how long to leave the database alone after each transaction, in whole milliseconds;
 *     zero for not at all
 */
public record Filling(
    List<Assignment> assignments, Optional<String> condition, int batchSize, Duration pause) {

  /** How many rows one transaction goes through unless that is said. */
  public static final int DEFAULT_BATCH_SIZE = 1_000;

  /** A column and the SQL expression that it is set to, which may name columns of the same row. */
  public record Assignment(String column, String expression) {
    public Assignment {
      if (column.isEmpty() || expression.isBlank()) {
        throw new IllegalArgumentException("set(…) needs a column and an SQL expression");
      }
    }
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if nothing is set, a column twice, or a number is out of
   *     bounds
   */
  public Filling {
    assignments = List.copyOf(assignments);
    requireNonNull(condition, "condition");
    if (assignments.isEmpty()) {
      throw new IllegalArgumentException("a backfill sets a column at least");
    }
    Set<String> columns = new HashSet<>();
    for (Assignment each : assignments) {
      if (!columns.add(each.column())) {
        throw new IllegalArgumentException("column " + each.column() + " is set twice");
      }
    }
    if (condition.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("where(…) needs an SQL condition");
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("a batch has a row at least, not " + batchSize);
    }
    if (pause.isNegative() || !pause.equals(Duration.ofMillis(pause.toMillis()))) {
      throw new IllegalArgumentException("a pause is a whole number of milliseconds, not " + pause);
    }
  }

  /** Sets a column of all rows to what an SQL expression gives. */
  public static Filling set(String column, String expression) {
    return new Filling(
        List.of(new Assignment(column, expression)),
        Optional.empty(),
        DEFAULT_BATCH_SIZE,
        Duration.ZERO);
  }

  /** The same, and another column. */
  public Filling and(String column, String expression) {
    List<Assignment> more = new ArrayList<>(assignments);
    more.add(new Assignment(column, expression));
    return new Filling(more, condition, batchSize, pause);
  }

  /** The same for those rows only that the SQL condition holds for. */
  public Filling where(String sqlCondition) {
    return new Filling(assignments, Optional.of(sqlCondition), batchSize, pause);
  }

  /** The same with so many rows to a transaction. */
  public Filling batchSize(int rows) {
    return new Filling(assignments, condition, rows, pause);
  }

  /** The same with a pause after each transaction, for what else the database has to do. */
  public Filling pause(Duration time) {
    return new Filling(assignments, condition, batchSize, time);
  }

  /** The columns that are set. */
  public List<String> columns() {
    return assignments.stream().map(Assignment::column).toList();
  }
}
