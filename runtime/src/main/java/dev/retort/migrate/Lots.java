package dev.retort.migrate;

import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.UpgradeCompiler;
import java.util.ArrayList;
import java.util.List;

/** Decides which steps go into one transaction. Pure. */
final class Lots {

  /** Room is left for the sessions of others, which draw on the same table of locks. */
  private static final int SHARE = 2;

  private Lots() {}

  /**
   * The steps in lots, each of which is to be one transaction.
   *
   * @param nothingRecorded whether the database has no revision
   * @param lockTable how many locks the server's table has room for, for this migration
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
    if (step.compiled().isPresent()) {
      return step.compiled().get().locks();
    }
    int locks = 0;
    for (RecordedOperation each : step.operations()) {
      locks += UpgradeCompiler.locks(each.operation());
    }
    return locks;
  }
}
