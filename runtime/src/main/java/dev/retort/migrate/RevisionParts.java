package dev.retort.migrate;

import dev.retort.operation.Backfill;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs a revision some of whose operations run outside a transaction. How many of its operations
 * are done is recorded with each of them, so that whoever migrates next goes on from there, however
 * this one ends.
 */
final class RevisionParts {

  /** What may commit a part of what it does, in a procedure or a block of code. */
  private static final Pattern COMMITS = Pattern.compile("(?i)\\b(?:call|commit)\\b");

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
    try {
      runParts();
    } catch (MigrationFailedException e) {
      if (begun && done == 0 && leftNothing(e)) {
        forget(e);
      }
      throw e;
    }
  }

  private void runParts() {
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

  /** Whether the first operation, which failed, has changed nothing, but for what is recorded. */
  private boolean leftNothing(MigrationFailedException failure) {
    boolean refused = SqlStates.of(failure.getCause()).isPresent();
    boolean mayCommit =
        next()
            .filter(ExecuteSql.class::isInstance)
            .filter(execute -> COMMITS.matcher(((ExecuteSql) execute).sql()).find())
            .isPresent();
    return refused
        && !mayCommit
        && !SessionFailures.isLost(executor.connection(), failure.getCause());
  }

  /**
   * Takes back that the revision was begun, so that the database is as it was before. Where that
   * fails, it stays recorded as begun, with nothing done.
   */
  private void forget(MigrationFailedException reason) {
    Connection connection = executor.connection();
    boolean committed = false;
    try (Statement statement = Session.plain(connection)) {
      connection.setAutoCommit(false);
      for (String sql : executor.settings(recorded).ofSession(connection, "LOCAL ")) {
        statement.execute(sql);
      }
      Optional<Operation> index = next().filter(each -> IndexBuilds.name(each).isPresent());
      boolean untouched = index.isPresent() && IndexBuilds.isUntouched(statement, index.get());
      Optional<Reached> before =
          untouched ? Optional.of(IndexBuilds.begun(index.get())) : Optional.empty();
      statement.execute(UnfinishedRevision.forget(executor.tables(), recorded.step(), before));
      connection.commit();
      committed = true;
    } catch (SQLException e) {
      reason.addSuppressed(Secrets.strip(e));
    } finally {
      RevisionTransaction.leave(connection, committed);
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
