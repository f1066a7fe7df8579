package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Runs steps in order, alone or in lots that share a transaction, and tells of each. */
final class StepRunner {

  private final Connection connection;
  private final MigrationSettings settings;
  private final MigrationListener listener;
  private final StepRecorder recorder;

  StepRunner(
      Connection connection,
      MigrationSettings settings,
      MigrationListener listener,
      StepRecorder recorder) {
    this.connection = connection;
    this.settings = settings;
    this.listener = listener;
    this.recorder = recorder;
  }

  /**
   * Runs steps.
   *
   * @param state where they begin
   * @param done takes what is applied
   * @param serverProcess the server's process that holds the lock, if the session does
   * @param lock the lock, if each transaction takes it
   * @return the heads afterwards
   */
  List<String> run(
      RecordedState state,
      List<RecordedStep> steps,
      List<AppliedRevision> done,
      int serverProcess,
      Optional<TransactionLock> lock)
      throws SQLException {
    VersionTable table = new VersionTable(settings.schema());
    DatabaseAccess access = table.prepare(connection, lock);
    int room = access.lockTable() / settings.runsAtOnce();
    List<List<RecordedStep>> lots = Lots.of(steps, settings.transactions(), state.isEmpty(), room);
    MigrationListener told = FlightRecording.around(listener, settings.schema());
    Executor executor =
        new Executor(
            connection, table, recorder, settings, told, serverProcess, lock, access.limited());
    // Through a pooler each transaction has a session of its own.
    Optional<SessionUpkeep> upkeep =
        lock.isPresent() ? Optional.empty() : Optional.of(SessionUpkeep.begin(connection, access));
    try {
      executor.prepare(lots);
      return run(executor, state, lots, done, lock);
    } finally {
      executor.release();
      FlightRecording.end(told);
      if (upkeep.isPresent()) {
        upkeep.get().end();
      }
    }
  }

  private List<String> run(
      Executor executor,
      RecordedState state,
      List<List<RecordedStep>> lots,
      List<AppliedRevision> done,
      Optional<TransactionLock> lock)
      throws SQLException {
    TreeSet<String> heads = new TreeSet<>(state.ids());
    if (lock.isPresent()) {
      lock.get().expect(state);
    }
    List<RevisionInfo> planned = new ArrayList<>();
    for (List<RecordedStep> lot : lots) {
      for (RecordedStep recorded : lot) {
        planned.add(recorded.step().revision());
      }
    }
    MigrationListener told = executor.listener();
    told.planned(lots.get(0).get(0).step().direction(), planned);
    AppliedLog log = new AppliedLog(System.getLogger("dev.retort"), settings.schema());
    try {
      for (List<RecordedStep> lot : lots) {
        for (RecordedStep recorded : lot) {
          told.started(recorded.step().direction(), recorded.step().revision());
        }
        long start = System.nanoTime();
        boolean together = lot.size() > 1 && together(executor, lot);
        Duration duration = since(start);
        if (together) {
          log.add(RecordedStep.steps(lot), duration);
        }
        for (RecordedStep recorded : lot) {
          MigrationStep step = recorded.step();
          if (!together) {
            if (recorded.compiled().isEmpty()) {
              log.flush();
            }
            start = System.nanoTime();
            alone(executor, recorded);
            duration = since(start);
            log.add(step, duration);
          }
          heads.removeAll(step.removedHeads());
          for (AppliedHead head : step.addedHeads()) {
            heads.add(head.revision());
          }
          if (lock.isPresent()) {
            lock.get().expect(heads);
          }
          AppliedRevision applied =
              new AppliedRevision(step.revision().id(), step.revision().message(), duration);
          done.add(applied);
          told.finished(step.direction(), applied);
        }
      }
    } finally {
      log.flush();
    }
    return List.copyOf(heads);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /**
   * Runs steps in one transaction.
   *
   * @return whether they are applied; if not, each is to be run by itself
   */
  private boolean together(Executor executor, List<RecordedStep> lot) throws SQLException {
    if (settings.transactions() != Transactions.SINGLE) {
      return executor.tryTogether(lot);
    }
    Optional<SessionSettings> before = settingsBefore(lot);
    try {
      executor.executeTogether(lot);
      return true;
    } finally {
      if (before.isPresent()) {
        before.get().restoreQuietly(connection);
      }
    }
  }

  private void alone(Executor executor, RecordedStep recorded) throws SQLException {
    Optional<SessionSettings> before = settingsBefore(List.of(recorded));
    try {
      executor.execute(recorded);
    } finally {
      if (before.isPresent()) {
        before.get().restoreQuietly(connection);
      }
    }
  }

  /**
   * What a revision sets for the session must neither reach the next revision, which could also be
   * run by itself, nor whoever has the connection from the pool next. Where the session may be
   * another after each transaction, that is done inside of it.
   */
  private Optional<SessionSettings> settingsBefore(List<RecordedStep> steps) throws SQLException {
    return settings.locking() == Locking.SESSION && RecordedStep.anyRunsForeignCode(steps)
        ? Optional.of(SessionSettings.of(connection))
        : Optional.empty();
  }
}
