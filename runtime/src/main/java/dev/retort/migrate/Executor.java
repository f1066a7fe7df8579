package dev.retort.migrate;

import dev.retort.operation.RecordedOperation;
import dev.retort.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Runs one revision in one transaction, together with its bookkeeping. */
final class Executor {

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 3_000;

  private final Connection connection;
  private final VersionTable table;
  private final MigrationSettings settings;
  private final int serverProcess;

  /**
   * An executor.
   *
   * @param serverProcess the server's process that holds the migration lock for the connection
   */
  Executor(
      Connection connection, VersionTable table, MigrationSettings settings, int serverProcess) {
    this.connection = connection;
    this.table = table;
    this.settings = settings;
    this.serverProcess = serverProcess;
  }

  /**
   * Runs the step; on return it is committed.
   *
   * @throws MigrationFailedException if it is not, and nothing of it is left, unless the problem
   *     says otherwise
   */
  void execute(RecordedStep recorded) {
    MigrationStep step = recorded.step();
    boolean batched = !recorded.runsSteps();
    Optional<Throwable> first = Optional.empty();
    for (int attempt = 1; ; attempt++) {
      RevisionTransaction transaction =
          new RevisionTransaction(connection, table, settings, serverProcess, batched);
      try {
        transaction.run(recorded);
        return;
      } catch (WrongTransactionException e) {
        throw failure(e.problem(), step, e.getCause(), first);
      } catch (Throwable e) {
        // An Error too: a step's AssertionError says as much of the revision as an exception.
        if (Session.isLost(connection, e)) {
          throw failure(RevisionProblems.connectionLost(step, transaction.at(), e), step, e, first);
        }
        boolean busy = SqlStates.isBusy(e);
        if (busy && attempt >= settings.lockAttempts()) {
          throw failure(
              RevisionProblems.busy(step, transaction.at(), attempt, settings.lockTimeout(), e),
              step,
              e,
              first);
        }
        if (!busy && (!batched || transaction.at().isPresent())) {
          throw failure(problem(step, transaction.at(), e), step, e, first);
        }
        if (busy) {
          Pauses.sleep(pause(attempt), "locks that revision " + step.revision().id() + " needs");
        } else {
          first = Optional.of(e);
        }
        // A batch does not tell which of its statements failed. All of it is rolled back, so it can
        // be run again one by one, which does tell; so can the last attempt at getting a lock.
        batched = batched && busy && attempt + 1 < settings.lockAttempts();
      }
    }
  }

  /** What is wrong with a revision that PostgreSQL refuses; what it is not let do first. */
  private Problem problem(MigrationStep step, Optional<RecordedOperation> at, Throwable failure) {
    boolean readOnly = SqlStates.isReadOnly(failure);
    if (!readOnly && !SqlStates.isNoPrivilege(failure)) {
      return RevisionProblems.failed(step, at, failure);
    }
    Optional<DatabaseAccess> access = Session.access(connection, settings.schema(), failure);
    if (readOnly) {
      return AccessProblems.readOnly(step, at, failure, access);
    }
    return access
        .map(known -> AccessProblems.missing(step, at, failure, known.role(), onSchema(failure)))
        .orElseGet(() -> RevisionProblems.failed(step, at, failure));
  }

  private List<MissingPrivilege> onSchema(Throwable refusal) {
    try {
      return DatabaseAccess.onRefusedSchema(connection, refusal);
    } catch (SQLException e) {
      refusal.addSuppressed(e);
      return List.of();
    }
  }

  private static long pause(int attempt) {
    long grown = FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10);
    return Math.min(grown, LONGEST_PAUSE_MILLIS);
  }

  /** A batch that failed otherwise when it was run again keeps what it failed with at first. */
  private static MigrationFailedException failure(
      Problem problem, MigrationStep step, Throwable cause, Optional<Throwable> first) {
    MigrationFailedException failure =
        new MigrationFailedException(
            problem, step.revision().id(), cause == null ? null : Secrets.strip(cause));
    first
        .filter(earlier -> !SqlStates.of(earlier).equals(SqlStates.of(cause)))
        .ifPresent(earlier -> failure.addSuppressed(Secrets.strip(earlier)));
    return failure;
  }
}
