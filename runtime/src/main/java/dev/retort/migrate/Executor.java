package dev.retort.migrate;

import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Runs one revision in one transaction, together with its bookkeeping. */
final class Executor {

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 3_000;

  private final Connection connection;
  private final RevisionRegistry registry;
  private final VersionTable table;
  private final MigrationSettings settings;

  Executor(
      Connection connection,
      RevisionRegistry registry,
      VersionTable table,
      MigrationSettings settings) {
    this.connection = connection;
    this.registry = registry;
    this.table = table;
    this.settings = settings;
  }

  /**
   * Runs the step; on return it is committed.
   *
   * @throws MigrationFailedException if it is not, and nothing of it is left
   */
  void execute(MigrationStep step) {
    List<RecordedOperation> operations = record(step);
    boolean batched =
        operations.stream().noneMatch(recorded -> recorded.operation() instanceof RunStep);
    for (int attempt = 1; ; attempt++) {
      RevisionTransaction transaction =
          new RevisionTransaction(connection, table, settings, batched);
      try {
        transaction.run(step, operations);
        return;
      } catch (SQLException | RuntimeException e) {
        if (isLost(e)) {
          throw failure(MigrationProblems.connectionLost(step, transaction.at(), e), step, e);
        }
        boolean busy = SqlStates.isBusy(e);
        if (busy && attempt >= settings.lockAttempts()) {
          throw failure(
              MigrationProblems.busy(step, transaction.at(), attempt, settings.lockTimeout(), e),
              step,
              e);
        }
        if (!busy && !batched) {
          throw failure(MigrationProblems.failed(step, transaction.at(), e), step, e);
        }
        if (busy) {
          Pauses.sleep(pause(attempt), "locks that revision " + step.revision().id() + " needs");
        }
        // A batch does not tell which of its statements failed. All of it is rolled back, so it can
        // be run again one by one, which does tell; so can the last attempt at getting a lock.
        batched = batched && busy && attempt + 1 < settings.lockAttempts();
      }
    }
  }

  private List<RecordedOperation> record(MigrationStep step) {
    if (step.direction() == Direction.STAMP) {
      return List.of();
    }
    try {
      Revision revision = registry.create(step.revision().id());
      return Operations.record(
          step.direction() == Direction.UPGRADE ? revision::upgrade : revision::downgrade);
    } catch (RuntimeException | LinkageError e) {
      throw failure(MigrationProblems.recordingFailed(step, e), step, e);
    }
  }

  private boolean isLost(Exception e) {
    try {
      return SqlStates.isConnectionLost(e) || connection.isClosed();
    } catch (SQLException closed) {
      return true;
    }
  }

  private static long pause(int attempt) {
    long grown = FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10);
    return Math.min(grown, LONGEST_PAUSE_MILLIS);
  }

  private static MigrationFailedException failure(
      Problem problem, MigrationStep step, Throwable cause) {
    return new MigrationFailedException(problem, step.revision().id(), Secrets.strip(cause));
  }
}
