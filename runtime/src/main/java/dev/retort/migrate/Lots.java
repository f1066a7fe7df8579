package dev.retort.migrate;

import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.Column;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Decides which steps go into one transaction. Pure. */
final class Lots {

  /** A table's own, its storage of large values, and the index of that. */
  private static final int OF_TABLE = 3;

  /** Room is left for the sessions of others, which draw on the same table of locks. */
  private static final int SHARE = 2;

  private Lots() {}

  /**
   * The steps in lots, each of which is to be one transaction.
   *
   * @param nothingRecorded whether the database has no revision
   * @param lockTable how many locks the server's table has room for
   */
  static List<List<RecordedStep>> of(
      List<RecordedStep> steps, Transactions mode, boolean nothingRecorded, int lockTable) {
    boolean whole = mode == Transactions.SINGLE;
    boolean together = whole || (mode == Transactions.AUTOMATIC && nothingRecorded);
    List<List<RecordedStep>> lots = new ArrayList<>();
    List<RecordedStep> lot = new ArrayList<>();
    int locks = 0;
    for (RecordedStep step : steps) {
      boolean joins = together && mayJoin(step) && (whole || !step.runsForeignCode());
      int more = locks(step);
      if (!lot.isEmpty()
          && (!joins || (!whole && locks + more > lockTable / SHARE) || !sameWay(lot, step))) {
        lots.add(List.copyOf(lot));
        lot.clear();
        locks = 0;
      }
      if (joins) {
        lot.add(step);
        locks += more;
      } else {
        lots.add(List.of(step));
      }
    }
    if (!lot.isEmpty()) {
      lots.add(List.copyOf(lot));
    }
    return lots;
  }

  private static boolean mayJoin(RecordedStep step) {
    return step.step().direction().runs() && !step.inParts();
  }

  private static boolean sameWay(List<RecordedStep> lot, RecordedStep step) {
    return lot.get(0).step().direction() == step.step().direction();
  }

  /** About how many relations a step locks that no other step has locked. */
  private static int locks(RecordedStep step) {
    int locks = 0;
    for (RecordedOperation each : step.operations()) {
      locks += locks(each.operation());
    }
    return locks;
  }

  private static int locks(Operation operation) {
    return operation instanceof CreateTable create ? OF_TABLE + parts(create.table()) : 1;
  }

  /** Indexes of keys, the tables that keys refer to, and sequences of identities. */
  private static int parts(Table table) {
    int parts = table.constraints().size();
    for (Column column : table.columns()) {
      parts += column.identity().isPresent() ? 1 : 0;
    }
    return parts;
  }
}
