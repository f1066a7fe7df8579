package dev.retort.processor.generate;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.postgres.Identifiers;
import java.util.List;
import java.util.function.Function;

/**
 * What a reviewer is told above a new column that is NOT NULL and has no default: it fails on a
 * table with rows, and what to write instead.
 */
final class MissingValueComment {

  private static final String FACT =
      "Fails on a table with rows, which would have no value here. For such a table write instead:";

  /** What is longer would be broken by a formatter, and no longer be lines to copy. */
  private static final int MAX_LINE = 88;

  private MissingValueComment() {}

  /**
   * The lines of the comment; empty for any other operation.
   *
   * @param writer writes an operation as a statement
   */
  static List<String> of(Operation operation, Function<Operation, String> writer) {
    if (!(operation instanceof AddColumn add)
        || add.column().nullable()
        || add.column().defaultExpression().isPresent()
        || add.column().identity().isPresent()
        || add.column().generation().isPresent()) {
      return List.of();
    }
    String name = add.column().name();
    String update =
        "UPDATE " + Identifiers.quote(add.table()) + " SET " + Identifiers.quote(name) + " = ...";
    List<String> steps =
        List.of(
            writer.apply(new AddColumn(add.table(), add.column().withNullable(true))),
            writer.apply(new ExecuteSql(update)),
            writer.apply(new AlterColumnNullable(add.table(), name, false)));
    boolean fit =
        steps.stream().allMatch(step -> step.length() <= MAX_LINE && step.indexOf('\n') < 0);
    return fit
        ? List.of(FACT, "  " + steps.get(0), "  " + steps.get(1), "  " + steps.get(2))
        : List.of(FACT, "  addColumn without notNull, execute an UPDATE, setNotNull");
  }
}
