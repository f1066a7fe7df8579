package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.SqlRenderer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    this.ours = reached.index().equals(Optional.of(index));
  }

  /** What is there under the index's name. */
  private enum State {
    NOTHING,
    INVALID,
    VALID
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

  /**
   * Drops what an attempt has left behind, where the revision was changed since and does not create
   * that index any more.
   */
  static void dropRemains(Executor executor, Reached reached, Optional<Operation> next) {
    Optional<String> left =
        reached.index().filter(name -> !next.flatMap(IndexBuilds::name).equals(Optional.of(name)));
    if (left.isPresent()) {
      try (Statement statement = Session.plain(executor.connection())) {
        dropInvalid(statement, left.get());
      } catch (SQLException e) {
        // It takes room and is not used; what comes next says if the database is in trouble.
      }
    }
  }

  void run() {
    executor
        .attempts(parts.recorded())
        .run(
            /* mayBatch= */ false,
            batched ->
                new Attempts.Attempt() {
                  @Override
                  public void run() throws SQLException {
                    attempt();
                  }

                  @Override
                  public Optional<RecordedOperation> at() {
                    return Optional.of(at);
                  }
                });
  }

  private void attempt() throws SQLException {
    boolean creates = at.operation() instanceof CreateIndex;
    try (Statement statement = Session.plain(executor.connection())) {
      SessionSettings before = SessionSettings.of(executor.connection());
      try {
        OutsideStatement.set(executor, parts.recorded(), statement);
        // What it waits for lets everybody else read and write, so that it may wait.
        statement.execute("SET lock_timeout = 0");
        State state = state(statement);
        if (ours && state == (creates ? State.VALID : State.NOTHING)) {
          return;
        }
        if (ours && creates && state == State.INVALID) {
          dropInvalid(statement, index);
        }
        if (!ours && (state == State.NOTHING) == creates) {
          parts.record(Reached.index(index));
          ours = true;
        }
        build(statement);
      } finally {
        before.restoreQuietly(executor.connection());
      }
    }
  }

  private void build(Statement statement) throws SQLException {
    try {
      for (String sql : SqlRenderer.render(at.operation())) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      if (ours
          && at.operation() instanceof CreateIndex
          && !Session.isLost(executor.connection(), e)) {
        try {
          dropInvalid(statement, index);
        } catch (SQLException remains) {
          e.addSuppressed(remains);
        }
      }
      throw e;
    }
  }

  private static void dropInvalid(Statement statement, String index) throws SQLException {
    if (state(statement, index) == State.INVALID) {
      statement.execute("DROP INDEX CONCURRENTLY " + index);
    }
  }

  private State state(Statement statement) throws SQLException {
    return state(statement, index);
  }

  private static State state(Statement statement, String index) throws SQLException {
    String sql =
        """
        SELECT i.indisvalid AND i.indisready FROM pg_catalog.pg_class c
          LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
        WHERE c.oid = pg_catalog.to_regclass(%s)
        """
            .formatted(literal(index));
    try (ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        return State.NOTHING;
      }
      boolean usable = row.getBoolean(1);
      return usable || row.wasNull() ? State.VALID : State.INVALID;
    }
  }
}
