package dev.retort.operation;

import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Runs SQL that Retort does not interpret, usually to change rows. It leaves the schema model as it
 * is. Written as {@code sql("UPDATE machines SET status = ?", "ACTIVE").reverse("UPDATE …")}.
 *
 * @param sql one or more statements; run as they are where there are no parameters, else with a
 *     question mark for each parameter and two for one that is part of an operator
 * @param parameters the values for the question marks, in order
 * @param reverse what takes it back, which has no reverse itself; empty if nothing is known to
 * @param runsOutsideTransaction whether it runs outside the revision's transaction, for what
 *     PostgreSQL refuses inside one; it may then run twice where a process is killed just after it
 */
public record ExecuteSql(
    String sql,
    List<Value> parameters,
    Optional<ExecuteSql> reverse,
    boolean runsOutsideTransaction)
    implements Operation {

  private static final int SHOWN = 60;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no statement, or the parameters are not as many as
   *     the question marks
   */
  public ExecuteSql {
    if (sql.isBlank()) {
      throw new IllegalArgumentException("execute needs a statement");
    }
    parameters = List.copyOf(parameters);
    if (!parameters.isEmpty()) {
      requireArity(sql, parameters.size());
    }
    if (reverse.filter(back -> back.reverse().isPresent()).isPresent()) {
      throw new IllegalArgumentException("what takes a statement back has no reverse itself");
    }
  }

  /** SQL that runs in the revision's transaction. */
  public ExecuteSql(String sql, List<Value> parameters, Optional<ExecuteSql> reverse) {
    this(sql, parameters, reverse, false);
  }

  /** SQL without parameters, and without a way back. */
  public ExecuteSql(String sql) {
    this(sql, List.of(), Optional.empty());
  }

  /**
   * SQL with a value for each question mark in it.
   *
   * @param parameters what a parameter can be is said at {@link Operations#execute(String,
   *     Object...)}
   */
  public static ExecuteSql sql(String sql, Object... parameters) {
    return new ExecuteSql(sql, Value.list(parameters), Optional.empty());
  }

  /** The same statement with one that takes it back. */
  public ExecuteSql reverse(String back, Object... values) {
    ExecuteSql other =
        new ExecuteSql(back, Value.list(values), Optional.empty(), runsOutsideTransaction);
    return new ExecuteSql(sql, parameters, Optional.of(other), runsOutsideTransaction);
  }

  /**
   * The same statement, and what takes it back, outside the revision's transaction: {@code VACUUM},
   * {@code REINDEX … CONCURRENTLY} and others that PostgreSQL refuses inside one. Where a process
   * is killed just after it, the next one runs it again, so it should be such that this does no
   * harm ({@code IF NOT EXISTS}).
   */
  public ExecuteSql outsideTransaction() {
    return new ExecuteSql(
        sql,
        parameters,
        reverse.map(ExecuteSql::outsideTransaction),
        /* runsOutsideTransaction= */ true);
  }

  private static void requireArity(String sql, int given) {
    int expected = SqlPieces.of(sql).parameters();
    if (expected != given) {
      throw new IllegalArgumentException(
          "execute is given "
              + counted(given, "parameter")
              + " for "
              + counted(expected, "question mark")
              + "; a question mark of an operator is written twice (??)");
    }
  }

  private static String counted(int count, String what) {
    return (count == 0 ? "no " : count + " ") + what + (count == 1 ? "" : "s");
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema;
  }

  /** What the author says takes it back; empty where nothing is said. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    ExecuteSql forth = new ExecuteSql(sql, parameters, Optional.empty(), runsOutsideTransaction);
    return reverse.map(
        back ->
            List.of(
                new ExecuteSql(
                    back.sql(),
                    back.parameters(),
                    Optional.of(forth),
                    back.runsOutsideTransaction())));
  }

  /** Without the parameters, which may be secrets. */
  @Override
  public String describe() {
    String line = sql.strip().replaceAll("\\s+", " ");
    return "execute " + (line.length() <= SHOWN ? line : line.substring(0, SHOWN - 3) + "...");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
