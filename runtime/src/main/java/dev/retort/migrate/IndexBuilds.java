package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.canonical.ChainChecksum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.SqlRenderer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Creates or drops an index while its table is in use. PostgreSQL leaves an invalid index behind
 * where that is cut off (its documentation of CREATE INDEX, "Building Indexes Concurrently"); it is
 * told from one of somebody else's by what is recorded before the index is touched.
 */
final class IndexBuilds {

  private final Executor executor;
  private final RevisionParts parts;
  private final RecordedOperation at;
  private final String index;

  /** Whether it is recorded that the index comes or goes because of this operation. */
  private boolean ours;

  IndexBuilds(Executor executor, RevisionParts parts, RecordedOperation at, Reached reached) {
    this.executor = executor;
    this.parts = parts;
    this.at = at;
    this.index = name(at.operation()).orElseThrow();
    this.ours = isOf(reached, at.operation());
  }

  /** What is there under the index's name. */
  private enum State {
    NOTHING,
    INVALID,
    VALID,
    /** Something else than an index. */
    OTHER
  }

  /** The quoted name of the index that the operation creates or drops. */
  static Optional<String> name(Operation operation) {
    if (operation instanceof CreateIndex create) {
      return Optional.of(quote(create.table().withLocal(create.index().name())));
    }
    return operation instanceof DropIndex drop
        ? Optional.of(quote(drop.table().withLocal(drop.index())))
        : Optional.empty();
  }

  /** What is recorded before the operation touches its index. */
  static Reached begun(Operation operation) {
    return Reached.index(name(operation).orElseThrow(), fingerprint(operation));
  }

  /** Tells the operation from others that create an index of the same name. */
  private static Optional<String> fingerprint(Operation operation) {
    return operation instanceof CreateIndex
        ? Optional.of(ChainChecksum.of(List.of(), "", List.of(operation)))
        : Optional.empty();
  }

  /** Whether it was recorded because of this operation. */
  private static boolean isOf(Reached reached, Operation operation) {
    return reached.index().isPresent()
        && reached.index().equals(name(operation))
        && (reached.built().isEmpty() || reached.built().equals(fingerprint(operation)));
  }

  /**
   * Drops what was begun where the revision was changed since and does not create that index any
   * more: the server may have finished it, for a client that was gone.
   *
   * @return whether what is recorded is of no operation any more
   */
  static boolean dropRemains(
      Executor executor, RecordedStep recorded, Reached reached, Optional<Operation> next) {
    if (reached.index().isEmpty() || (next.isPresent() && isOf(reached, next.get()))) {
      return false;
    }
    String index = reached.index().get();
    boolean isBuilt = reached.built().isPresent();
    attempts(
        executor,
        recorded,
        Optional.empty(),
        statement -> {
          State state = state(statement, index);
          if (state == State.INVALID || (isBuilt && state == State.VALID)) {
            drop(statement, index);
          }
        });
    return true;
  }

  /** Whether the database has the index as it was before the operation. */
  static boolean isUntouched(Statement statement, Operation operation) throws SQLException {
    State before = operation instanceof CreateIndex ? State.NOTHING : State.VALID;
    return state(statement, name(operation).orElseThrow()) == before;
  }

  void run() {
    attempts(executor, parts.recorded(), Optional.of(at), this::attempt);
  }

  private interface Work {
    void run(Statement statement) throws SQLException;
  }

  /** Does it, outside of a transaction, as often as it takes. */
  private static void attempts(
      Executor executor, RecordedStep recorded, Optional<RecordedOperation> at, Work work) {
    executor
        .attempts(recorded)
        .run(
            /* mayBatch= */ false,
            batched ->
                new Attempts.Attempt() {
                  @Override
                  public void run() throws SQLException {
                    inSession(executor, recorded, work);
                  }

                  @Override
                  public Optional<RecordedOperation> at() {
                    return at;
                  }
                });
  }

  /** Does it with the settings of a revision, in the search path too. */
  private static void inSession(Executor executor, RecordedStep recorded, Work work)
      throws SQLException {
    try (Statement statement = Session.plain(executor.connection())) {
      SessionSettings before = SessionSettings.of(executor.connection());
      try {
        OutsideStatement.set(executor, recorded, statement);
        // What it waits for lets everybody else read and write, so that it may wait.
        statement.execute("SET lock_timeout = 0");
        work.run(statement);
      } finally {
        before.restoreQuietly(executor.connection());
      }
    }
  }

  private void attempt(Statement statement) throws SQLException {
    boolean creates = at.operation() instanceof CreateIndex;
    State state = state(statement, index);
    if (ours && state == (creates ? State.VALID : State.NOTHING)) {
      return;
    }
    if (ours && creates && state == State.INVALID) {
      drop(statement, index);
    }
    if (!ours && (state == State.NOTHING) == creates) {
      parts.record(begun(at.operation()));
      ours = true;
    }
    build(statement);
  }

  private void build(Statement statement) throws SQLException {
    try {
      for (String sql : SqlRenderer.render(at.operation())) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      if (ours
          && at.operation() instanceof CreateIndex
          && !SessionFailures.isLost(executor.connection(), e)) {
        try {
          if (state(statement, index) == State.INVALID) {
            drop(statement, index);
          }
        } catch (SQLException remains) {
          e.addSuppressed(remains);
        }
      }
      throw e;
    }
  }

  private static void drop(Statement statement, String index) throws SQLException {
    statement.execute("DROP INDEX CONCURRENTLY " + index);
  }

  private static State state(Statement statement, String index) throws SQLException {
    String sql =
        """
        SELECT i.indisvalid AND i.indisready FROM pg_catalog.pg_class c
          LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
        WHERE c.oid = pg_catalog.to_regclass(%s)::pg_catalog.oid
        """
            .formatted(literal(index));
    try (ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        return State.NOTHING;
      }
      boolean usable = row.getBoolean(1);
      return row.wasNull() ? State.OTHER : usable ? State.VALID : State.INVALID;
    }
  }
}
