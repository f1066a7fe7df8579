package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The way back of a whole sequence of operations. */
public final class Inverses {

  private Inverses() {}

  /**
   * The operations that take back the given ones: the inverse of each, the last one first.
   * Structure comes back; rows that were deleted do not.
   *
   * @param upgrade the operations to take back, in the order in which they are applied
   * @param before the schema that the first of them is applied to
   * @return the way back, or empty when one of the operations has none of its own
   * @throws SchemaException if an operation cannot be applied
   */
  public static Optional<List<Operation>> of(List<Operation> upgrade, Schema before) {
    Deque<List<Operation>> steps = new ArrayDeque<>();
    Schema schema = before;
    for (Operation operation : upgrade) {
      Optional<List<Operation>> inverse = operation.inverse(schema);
      if (inverse.isEmpty()) {
        return Optional.empty();
      }
      steps.push(inverse.get());
      schema = operation.applyTo(schema);
    }
    List<Operation> downgrade = new ArrayList<>();
    steps.forEach(downgrade::addAll);
    return Optional.of(withoutNeedlessDrops(PlainColumns.kept(downgrade, schema)));
  }

  /** A partition goes with its table, also where a foreign key would keep it from going alone. */
  private static List<Operation> withoutNeedlessDrops(List<Operation> operations) {
    List<Operation> needed = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      boolean goesAlong =
          operations.get(i) instanceof DropPartition drop
              && goesNext(drop.table(), operations.subList(i + 1, operations.size()));
      if (!goesAlong) {
        needed.add(operations.get(i));
      }
    }
    return List.copyOf(needed);
  }

  /** Whether the table goes before anything else than tables and partitions does. */
  private static boolean goesNext(QualifiedName table, List<Operation> next) {
    for (Operation operation : next) {
      if (operation.equals(new DropTable(table))) {
        return true;
      }
      if (!(operation instanceof DropPartition || operation instanceof DropTable)) {
        return false;
      }
    }
    return false;
  }
}
