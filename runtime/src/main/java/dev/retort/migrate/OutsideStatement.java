package dev.retort.migrate;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.BoundStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** One attempt at SQL of a revision's author that runs outside a transaction. */
final class OutsideStatement implements Attempts.Attempt {

  private final Executor executor;
  private final RecordedStep recorded;
  private final RecordedOperation at;

  OutsideStatement(Executor executor, RecordedStep recorded, RecordedOperation at) {
    this.executor = executor;
    this.recorded = recorded;
    this.at = at;
  }

  @Override
  public Optional<RecordedOperation> at() {
    return Optional.of(at);
  }

  @Override
  public void run() throws SQLException {
    SessionSettings before = SessionSettings.of(executor.connection());
    ExecuteSql execute = (ExecuteSql) at.operation();
    try (Statement statement = Session.plain(executor.connection())) {
      set(executor, recorded, statement);
      if (execute.parameters().isEmpty()) {
        statement.execute(execute.sql());
      } else {
        BoundStatements.run(executor.connection(), BoundStatement.of(execute));
      }
    } finally {
      before.restoreQuietly(executor.connection());
    }
    requireLock();
  }

  /** Sets what holds while a revision runs, for the session. */
  static void set(Executor executor, RecordedStep recorded, Statement statement)
      throws SQLException {
    for (String sql : executor.settings(recorded).ofSession(executor.connection(), "")) {
      statement.execute(sql);
    }
  }

  private void requireLock() throws SQLException {
    String held = "SELECT " + AdvisoryLock.isHeld(executor.settings(recorded).schema());
    try (Statement statement = Session.plain(executor.connection());
        ResultSet row = statement.executeQuery(held)) {
      row.next();
      if (!row.getBoolean(1)) {
        throw new WrongTransactionException(RevisionProblems.lockReleased(recorded), null);
      }
    }
  }
}
