package dev.retort.migrate;

import dev.retort.operation.RecordedOperation;
import dev.retort.problem.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs one revision with its bookkeeping: in one transaction, or in several where some of its
 * operations run outside any.
 */
final class Executor {

  private final Connection connection;
  private final VersionTable table;
  private final StepRecorder recorder;
  private final MigrationSettings settings;
  private final MigrationListener listener;
  private final int serverProcess;
  private final Optional<TransactionLock> lock;
  private final List<String> limited;
  private Optional<PreparedRecord> prepared = Optional.empty();

  /**
   * An executor.
   *
   * @param recorder is asked for the operations of a compiled step whose statements failed
   * @param listener is told how far long operations have come
   * @param serverProcess the server's process that holds the migration lock for the connection; 0
   *     where each transaction takes it
   * @param lock the lock that each transaction takes, if it does
   * @param limited which of the session's timeouts are set
   */
  Executor(
      Connection connection,
      VersionTable table,
      StepRecorder recorder,
      MigrationSettings settings,
      MigrationListener listener,
      int serverProcess,
      Optional<TransactionLock> lock,
      List<String> limited) {
    this.connection = connection;
    this.table = table;
    this.recorder = recorder;
    this.settings = settings;
    this.listener = listener;
    this.serverProcess = serverProcess;
    this.lock = lock;
    this.limited = limited;
  }

  /** Has the server plan once what is recorded of many steps, where each is its own transaction. */
  void prepare(List<List<RecordedStep>> lots) throws SQLException {
    if (lock.isEmpty()) {
      prepared = PreparedRecord.where(lots, connection, tables(), settings);
    }
  }

  /** Leaves nothing of what was prepared in the session. */
  void release() {
    if (prepared.isPresent()) {
      prepared.get().release(connection);
      prepared = Optional.empty();
    }
  }

  /** Before SQL of a revision's author, which may look at the session or discard what is in it. */
  private void releaseBefore(List<RecordedStep> steps) {
    if (RecordedStep.anyRunsForeignCode(steps)) {
      release();
    }
  }

  /**
   * Runs the step; on return it is committed.
   *
   * @throws MigrationFailedException if it is not, and nothing of it is left, unless it runs in
   *     parts or the problem says otherwise
   */
  void execute(RecordedStep recorded) {
    releaseBefore(List.of(recorded));
    if (recorded.inParts()) {
      new RevisionParts(this, recorded).run();
    } else {
      Bookkeeping bookkeeping =
          Bookkeeping.end(tables(), recorded.step(), false, Duration.ZERO, settings.tag());
      commit(
          recorded,
          recorded,
          prepared.isPresent() ? prepared.get().of(recorded, bookkeeping) : bookkeeping);
    }
  }

  /**
   * Runs a part of a step in one transaction.
   *
   * @param whole the step, of which messages speak
   * @param part what to run
   */
  void commit(RecordedStep whole, RecordedStep part, Bookkeeping bookkeeping) {
    attempts(whole).run(!part.runsSteps(), new Transaction(List.of(part), bookkeeping));
  }

  /**
   * Runs steps in one transaction.
   *
   * @return whether they are committed; if not, nothing of them is left, and each can be executed
   *     by itself
   */
  boolean tryTogether(List<RecordedStep> lot) {
    return attempts(lot.get(0)).once(together(lot));
  }

  /**
   * Runs steps in one transaction; on return it is committed.
   *
   * @throws MigrationFailedException if it is not, and nothing of any step is left
   */
  void executeTogether(List<RecordedStep> lot) {
    releaseBefore(lot);
    attempts(lot.get(0)).run(!RecordedStep.anyRunsSteps(lot), together(lot));
  }

  private Transaction together(List<RecordedStep> lot) {
    return new Transaction(lot, Bookkeeping.end(tables(), RecordedStep.steps(lot), settings.tag()));
  }

  /** Steps in one transaction, as often as it takes. */
  private final class Transaction implements Attempts.Way {

    private final List<RecordedStep> steps;
    private final Bookkeeping bookkeeping;

    Transaction(List<RecordedStep> steps, Bookkeeping bookkeeping) {
      this.steps = steps;
      this.bookkeeping = bookkeeping;
    }

    /** What is sent one by one is sent by operations, so that a failure tells which it was. */
    @Override
    public RevisionTransaction attempt(boolean batched) {
      List<RecordedStep> sent = steps;
      if (!batched) {
        sent = new ArrayList<>();
        for (RecordedStep step : steps) {
          sent.add(byOperations(step));
        }
      }
      return new RevisionTransaction(
          connection, settings, serverProcess, lock, limited, sent, bookkeeping, batched);
    }

    @Override
    public List<RecordedOperation> sentTogether() {
      List<RecordedOperation> together = new ArrayList<>();
      for (RecordedStep step : steps) {
        together.addAll(byOperations(step).operations());
      }
      return together;
    }
  }

  /** A revision that does not say what it does any more is still what was compiled of it. */
  private RecordedStep byOperations(RecordedStep step) {
    try {
      return recorder.recorded(step);
    } catch (RetortException notRecorded) {
      return step;
    }
  }

  Attempts attempts(RecordedStep whole) {
    return new Attempts(connection, settings, whole, listener);
  }

  Bookkeeping.Tables tables() {
    return lock.isPresent() ? table.tables() : table.tables(serverProcess);
  }

  Connection connection() {
    return connection;
  }

  /** The settings while the step runs. */
  MigrationSettings settings(RecordedStep whole) {
    return settings.during(whole.step().revision());
  }

  MigrationListener listener() {
    return listener;
  }
}
