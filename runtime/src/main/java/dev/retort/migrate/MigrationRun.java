package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what a database lacks for what is asked for: takes the lock, looks again, decides and
 * executes.
 */
final class MigrationRun {

  private final Connection connection;
  private final RevisionRegistry registry;
  private final MigrationSettings settings;
  private final MigrationListener listener;
  private final MigrationRequest request;

  MigrationRun(
      Connection connection,
      RevisionRegistry registry,
      MigrationSettings settings,
      MigrationListener listener,
      MigrationRequest request) {
    this.connection = connection;
    this.registry = registry;
    this.settings = settings;
    this.listener = listener;
    this.request = request;
  }

  MigrationOutcome run() throws SQLException {
    if (settings.locking() == Locking.TRANSACTION) {
      return amongOthers();
    }
    Waiting waiting = new Waiting();
    Optional<AdvisoryLock> lock =
        AdvisoryLock.acquire(connection, settings.schema(), settings.lockWait(), waiting);
    if (lock.isEmpty()) {
      return MigrationOutcome.nothingAt(waiting.found.orElseThrow());
    }
    try {
      return alone(lock.get());
    } finally {
      lock.get().release();
    }
  }

  /** Waits for a process that migrates, most often to where this one would. */
  private final class Waiting implements LockWait {

    private Optional<RecordedState> found = Optional.empty();

    @Override
    public void told(List<String> holders) {
      System.getLogger("dev.retort")
          .log(
              Level.INFO,
              AppliedLog.place(settings.schema())
                  + "waiting for another process that is migrating"
                  + (holders.isEmpty() ? "" : ": " + String.join("; ", holders)));
      FlightRecording.around(listener, settings.schema()).waiting(holders);
    }

    @Override
    public boolean isOver() throws SQLException {
      if (request.isForAll()) {
        RecordedState state = RecordedHeads.read(connection, settings.schema());
        if (state.isAt(registry.heads(), registry.formerHeads())) {
          found = Optional.of(state);
        }
      }
      return found.isPresent();
    }
  }

  private MigrationOutcome alone(AdvisoryLock lock) throws SQLException {
    List<RevisionInfo> revisions = registry.revisions();
    RecordedState state = RecordedHeads.readToPlan(connection, settings.schema(), revisions);
    List<MigrationStep> pending = Planner.plan(revisions, state, request);
    if (pending.isEmpty()) {
      return MigrationOutcome.nothingAt(state);
    }
    StepRecorder recorder = new StepRecorder(registry, revisions);
    List<RecordedStep> steps = recorder.prepare(pending, state.unfinished());
    ExtensionCheck.require(connection, steps);
    List<AppliedRevision> done = new ArrayList<>();
    List<String> at =
        new StepRunner(connection, settings, listener, recorder)
            .run(state, steps, done, lock.serverProcess(), Optional.empty());
    return new MigrationOutcome(state.ids(), at, done);
  }

  /**
   * Migrates with a lock that is held for a transaction at a time. Where another process has
   * migrated in between, what an upgrade to the heads still lacks is decided anew; any other target
   * could mean something else from there.
   */
  private MigrationOutcome amongOthers() throws SQLException {
    List<RevisionInfo> revisions = registry.revisions();
    List<AppliedRevision> done = new ArrayList<>();
    RecordedState first = RecordedHeads.readToPlan(connection, settings.schema(), revisions);
    RecordedState state = first;
    boolean waited = false;
    while (true) {
      List<MigrationStep> pending = Planner.plan(revisions, state, request);
      if (pending.isEmpty()) {
        return new MigrationOutcome(first.ids(), state.ids(), done);
      }
      StepRecorder recorder = new StepRecorder(registry, revisions);
      List<RecordedStep> steps = recorder.prepare(pending, state.unfinished());
      TransactionLock lock = new TransactionLock(settings, new Waiting());
      Optional<RecordedStep> inParts = firstInParts(steps);
      if (inParts.isPresent()) {
        if (waited) {
          throw Failures.refused(RevisionProblems.needsSession(inParts.get()));
        }
        // Another process, with a session of its own, may be running it.
        waited = true;
        lock.awaitFree(connection);
        state = RecordedHeads.readToPlan(connection, settings.schema(), revisions);
        continue;
      }
      ExtensionCheck.require(connection, steps);
      try {
        List<String> at =
            new StepRunner(connection, settings, listener, recorder)
                .run(state, steps, done, 0, Optional.of(lock));
        return new MigrationOutcome(first.ids(), at, done);
      } catch (HeadsMovedException moved) {
        if (!request.isForAll()) {
          throw Failures.refused(MigrationProblems.movedMeanwhile(state.ids()));
        }
        state = RecordedHeads.readToPlan(connection, settings.schema(), revisions);
      }
    }
  }

  private static Optional<RecordedStep> firstInParts(List<RecordedStep> steps) {
    for (RecordedStep step : steps) {
      if (step.inParts()) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }
}
