package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.quote;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.postgres.SqlRenderer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** One attempt at running a revision: its transaction from beginning to end. */
final class RevisionTransaction {

  private final Connection connection;
  private final VersionTable table;
  private final MigrationSettings settings;
  private final boolean batched;
  private Optional<RecordedOperation> at = Optional.empty();
  private int waiting;

  /**
   * An attempt.
   *
   * @param batched whether to send statements together, which saves round trips and leaves open
   *     which of them failed
   */
  RevisionTransaction(
      Connection connection, VersionTable table, MigrationSettings settings, boolean batched) {
    this.connection = connection;
    this.table = table;
    this.settings = settings;
    this.batched = batched;
  }

  /** The operation that failed; empty if none did, or if that is not known. */
  Optional<RecordedOperation> at() {
    return at;
  }

  /** Runs and commits everything, or rolls everything back. */
  void run(MigrationStep step, List<RecordedOperation> operations) throws SQLException {
    connection.setAutoCommit(false);
    boolean committed = false;
    try (Statement statement = connection.createStatement()) {
      // The text of a statement is PostgreSQL's; braces in it are not JDBC's escapes.
      statement.setEscapeProcessing(false);
      send(statement, "SET LOCAL lock_timeout = " + settings.lockTimeout().toMillis());
      send(statement, "SET LOCAL search_path = " + quote(settings.schema()) + ", pg_temp");
      for (RecordedOperation recorded : operations) {
        run(statement, recorded);
      }
      at = Optional.empty();
      for (String sql : table.bookkeeping(step)) {
        send(statement, sql);
      }
      flush(statement);
      connection.commit();
      committed = true;
    } finally {
      if (!committed) {
        rollBack();
      }
      restoreAutoCommit();
    }
  }

  private void run(Statement statement, RecordedOperation recorded) throws SQLException {
    at = batched ? Optional.empty() : Optional.of(recorded);
    if (recorded.operation() instanceof RunStep step) {
      flush(statement);
      step.step().run(StepConnection.of(connection));
    } else if (recorded.operation() instanceof ExecuteSql execute) {
      // By itself: a batch does not take statements that return rows, such as SELECT setval(…).
      flush(statement);
      at = Optional.of(recorded);
      statement.execute(execute.sql());
    } else {
      for (String sql : SqlRenderer.render(recorded.operation())) {
        send(statement, sql);
      }
    }
  }

  private void send(Statement statement, String sql) throws SQLException {
    if (batched) {
      statement.addBatch(sql);
      waiting++;
    } else {
      statement.execute(sql);
    }
  }

  private void flush(Statement statement) throws SQLException {
    if (waiting > 0) {
      waiting = 0;
      at = Optional.empty();
      statement.executeBatch();
    }
  }

  /** What fails here adds nothing to what failed before; a lost connection rolls back by itself. */
  private void rollBack() {
    try {
      connection.rollback();
    } catch (SQLException ignored) {
      // Said above.
    }
  }

  private void restoreAutoCommit() {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException ignored) {
      // A lost connection; whoever uses it next is told.
    }
  }
}
