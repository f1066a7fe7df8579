package dev.retort.migrate;

import dev.retort.operation.RecordedOperation;
import dev.retort.problem.Problem;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tries something again that met locks or deadlocks, and says what is wrong with what fails
 * otherwise.
 */
final class Attempts {

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 3_000;

  private final Connection connection;
  private final MigrationSettings settings;
  private final RecordedStep recorded;
  private final MigrationListener listener;

  /**
   * Attempts at something that belongs to the given step.
   *
   * @param listener is told of each that is to follow a failed one
   */
  Attempts(
      Connection connection,
      MigrationSettings settings,
      RecordedStep recorded,
      MigrationListener listener) {
    this.connection = connection;
    this.settings = settings;
    this.recorded = recorded;
    this.listener = listener;
  }

  /** Not loaded where nothing has to be tried again. */
  private static final class Log {
    private static final System.Logger LOGGER = System.getLogger("dev.retort");
  }

  /** One attempt, which leaves nothing behind where it fails. */
  interface Attempt {

    void run() throws SQLException;

    /** The operation that failed; empty if none did, or if that is not known. */
    Optional<RecordedOperation> at();

    /** The step that it had come to, where it runs several. */
    default Optional<RecordedStep> in() {
      return Optional.empty();
    }
  }

  /** Makes an attempt, which may send statements together or must send them one by one. */
  interface Way {
    Attempt attempt(boolean batched);

    /** The operations that are sent together; none if they are not known. */
    default List<RecordedOperation> sentTogether() {
      return List.of();
    }
  }

  /**
   * Tries until it is done.
   *
   * @param mayBatch whether statements may be sent together at first
   * @throws MigrationFailedException if it cannot be done
   */
  void run(boolean mayBatch, Way way) {
    boolean batched = mayBatch;
    Optional<Throwable> first = Optional.empty();
    for (int number = 1; ; number++) {
      Attempt attempt = way.attempt(batched);
      long begin = System.nanoTime();
      try {
        attempt.run();
        return;
      } catch (HeadsMovedException | MigrationLockException e) {
        throw e;
      } catch (WrongTransactionException e) {
        throw failure(attempt.in().orElse(recorded), e.problem(), e.getCause(), first);
      } catch (Throwable e) {
        // An Error too: a step's AssertionError says as much of the revision as an exception.
        RecordedStep in = attempt.in().orElse(recorded);
        if (SessionFailures.isLost(connection, e)) {
          throw failure(in, RevisionProblems.connectionLost(in, attempt.at(), e), e, first);
        }
        boolean busy = SqlStates.isBusy(e);
        if (busy && number >= settings.lockAttempts()) {
          Problem problem =
              RevisionProblems.busy(in, attempt.at(), number, settingsOf(in).lockTimeout(), e);
          throw failure(in, told(problem, way, attempt, in, batched), e, first);
        }
        if (SqlStates.isCancelled(e)) {
          Problem problem = cancelled(in, attempt, e, begin);
          throw failure(in, told(problem, way, attempt, in, batched), e, first);
        }
        if (!busy && (!batched || attempt.at().isPresent())) {
          throw failure(in, problem(in, attempt.at(), e), e, first);
        }
        if (busy) {
          tellRetry(in, number, e);
          Pauses.sleep(
              pause(number), "locks that revision " + in.step().revision().id() + " needs");
        } else {
          first = Optional.of(e);
        }
        // A batch does not tell which of its statements failed. All of it is rolled back, so it can
        // be run again one by one, which does tell; so can the last attempt at getting a lock.
        batched = batched && busy && number + 1 < settings.lockAttempts();
      }
    }
  }

  private void tellRetry(RecordedStep in, int attempt, Throwable cause) {
    LockRetry retry =
        new LockRetry(
            in.step().revision(), attempt, settings.lockAttempts(), MigrationProblems.said(cause));
    Log.LOGGER.log(
        Level.INFO,
        () ->
            "revision "
                + retry.revision().id()
                + " is tried again after attempt "
                + retry.attempt()
                + " of "
                + retry.attempts()
                + ": "
                + retry.reason());
    listener.retrying(retry);
  }

  /**
   * Makes one attempt that sends statements together.
   *
   * @return whether it succeeded; if not, nothing is left of it, and it may be tried otherwise
   * @throws MigrationFailedException if the connection is lost, or it was cancelled
   */
  boolean once(Way way) {
    Attempt attempt = way.attempt(/* batched= */ true);
    long begin = System.nanoTime();
    try {
      attempt.run();
      return true;
    } catch (HeadsMovedException | MigrationLockException e) {
      throw e;
    } catch (SQLException | RuntimeException e) {
      if (SessionFailures.isLost(connection, e)) {
        throw failure(
            recorded,
            RevisionProblems.connectionLost(recorded, attempt.at(), e),
            e,
            Optional.empty());
      }
      if (SqlStates.isCancelled(e)) {
        RecordedStep in = attempt.in().orElse(recorded);
        throw failure(
            in,
            told(cancelled(in, attempt, e, begin), way, attempt, in, /* batched= */ true),
            e,
            Optional.empty());
      }
      return false;
    }
  }

  private MigrationSettings settingsOf(RecordedStep step) {
    return settings.during(step.step().revision());
  }

  /**
   * What is wrong with a revision that was cancelled, which is never run again by itself: whoever
   * cancels it wants it to end, and a timeout would only be met again. Before the timeout is over
   * it was not that; PostgreSQL gives both one code, and tells them apart in the server's language.
   */
  private Problem cancelled(RecordedStep in, Attempt attempt, Throwable failure, long begin) {
    Duration limit = settingsOf(in).statementTimeout();
    boolean timedOut =
        !limit.isZero()
            && System.nanoTime() - begin >= limit.toNanos()
            && !MigrationProblems.said(failure).contains("user request");
    return timedOut
        ? RevisionProblems.cancelled(in, attempt.at(), limit, failure)
        : RevisionProblems.failed(in, attempt.at(), failure);
  }

  /** The problem of what is not run again, with what it may have been that failed. */
  private Problem told(
      Problem problem, Way way, Attempt attempt, RecordedStep in, boolean batched) {
    if (attempt.at().isPresent()) {
      return problem;
    }
    if (!recorded.step().equals(in.step())) {
      return BatchProblems.since(problem, recorded);
    }
    return batched ? BatchProblems.oneOf(problem, way.sentTogether()) : problem;
  }

  /** What is wrong with a revision that PostgreSQL refuses; what it is not let do first. */
  private Problem problem(RecordedStep in, Optional<RecordedOperation> at, Throwable failure) {
    boolean readOnly = SqlStates.isReadOnly(failure);
    if (!readOnly && !SqlStates.isNoPrivilege(failure)) {
      return RevisionProblems.failed(in, at, failure);
    }
    Optional<DatabaseAccess> access =
        SessionFailures.access(connection, settings.schema(), failure);
    if (readOnly) {
      return AccessProblems.readOnly(in, at, failure, access);
    }
    return access
        .map(known -> AccessProblems.missing(in, at, failure, known.role(), onSchema(failure)))
        .orElseGet(() -> RevisionProblems.failed(in, at, failure));
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
  private MigrationFailedException failure(
      RecordedStep in, Problem problem, Throwable cause, Optional<Throwable> first) {
    MigrationFailedException failure =
        new MigrationFailedException(
            problem, in.step().revision().id(), cause == null ? null : Secrets.strip(cause));
    first
        .filter(earlier -> !SqlStates.of(earlier).equals(SqlStates.of(cause)))
        .ifPresent(earlier -> failure.addSuppressed(Secrets.strip(earlier)));
    return failure;
  }
}
