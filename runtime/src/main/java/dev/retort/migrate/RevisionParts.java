package dev.retort.migrate;

import dev.retort.operation.Backfill;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Runs a revision some of whose operations run outside a transaction. How many of its operations
 * are done is recorded with each of them, so that whoever migrates next goes on from there, however
 * this one ends.
 */
final class RevisionParts {

  private final Executor executor;
  private final RecordedStep recorded;
  private final long start = System.nanoTime();

  /** Whether the table of heads has a row for the revision that says how far it has come. */
  private boolean begun;

  private int done;

  RevisionParts(Executor executor, RecordedStep recorded) {
    this.executor = executor;
    this.recorded = recorded;
    this.begun = recorded.begun().isPresent();
    this.done = recorded.done();
  }

  void run() {
    List<RecordedOperation> operations = recorded.operations();
    Reached reached = Reached.of(recorded.begun().flatMap(UnfinishedRevision::reached));
    if (IndexBuilds.dropRemains(executor, recorded, reached, next())) {
      record(Reached.NOTHING);
      reached = Reached.NOTHING;
    }
    if (done == operations.size()) {
      commit(done, done);
    }
    while (done < operations.size()) {
      if (operations.get(done).operation().runsOutsideTransaction()) {
        if (!begun) {
          record(Reached.NOTHING);
        }
        runOutside(operations.get(done), reached);
        commit(done + 1, done + 1);
      } else {
        commit(done, nextOutside());
      }
      reached = Reached.NOTHING;
    }
  }

  private Optional<Operation> next() {
    return recorded.operations().stream().skip(done).findFirst().map(RecordedOperation::operation);
  }

  private int nextOutside() {
    int at = done;
    while (at < recorded.operations().size()
        && !recorded.operations().get(at).operation().runsOutsideTransaction()) {
      at++;
    }
    return at;
  }

  private void runOutside(RecordedOperation at, Reached reached) {
    if (at.operation() instanceof CreateIndex || at.operation() instanceof DropIndex) {
      new IndexBuilds(executor, this, at, reached).run();
    } else if (at.operation() instanceof Backfill backfill) {
      new BackfillRun(executor, this, at, backfill, reached).run();
    } else if (at.operation() instanceof ExecuteSql) {
      executor
          .attempts(recorded)
          .run(/* mayBatch= */ false, batched -> new OutsideStatement(executor, recorded, at));
    } else {
      throw new IllegalStateException("nothing runs outside: " + at.operation().describe());
    }
  }

  /** Runs operations in one transaction, and records all up to there as done. */
  private void commit(int from, int to) {
    int last = recorded.operations().size();
    Bookkeeping bookkeeping =
        to == last
            ? Bookkeeping.end(
                executor.tables(),
                recorded.step(),
                begun,
                Duration.ofNanos(System.nanoTime() - start),
                executor.settings(recorded).tag())
            : progress(to, Reached.NOTHING);
    executor.commit(recorded, recorded.part(from, to), bookkeeping);
    begun = true;
    done = to;
  }

  /** Records how far the operation has come that runs now. */
  void record(Reached reached) {
    executor.commit(recorded, recorded.part(done, done), progress(reached));
    begun = true;
  }

  /** What records how far the operation has come that runs now. */
  Bookkeeping progress(Reached reached) {
    return progress(done, reached);
  }

  private Bookkeeping progress(int count, Reached reached) {
    boolean isHead = recorded.step().direction() == Direction.DOWNGRADE;
    return Bookkeeping.progress(
        executor.tables(), UnfinishedRevision.of(recorded, count, reached), begun || isHead);
  }

  RecordedStep recorded() {
    return recorded;
  }
}
