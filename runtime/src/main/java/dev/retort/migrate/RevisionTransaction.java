package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.postgres.BoundStatement;
import dev.retort.postgres.SqlRenderer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at running a revision, a part of one, or several: its transaction from beginning to
 * end.
 */
final class RevisionTransaction implements Attempts.Attempt {

  private final Connection connection;
  private final MigrationSettings settings;
  private final int serverProcess;
  private final Optional<TransactionLock> lock;
  private final List<String> limited;
  private final List<RecordedStep> steps;
  private final Bookkeeping bookkeeping;
  private final boolean batched;
  private RecordedStep recorded;
  private Optional<SessionSettings> before = Optional.empty();
  private Optional<RecordedOperation> at = Optional.empty();
  private int waiting;
  private long transactionId;
  private String role = "";
  private String user = "";

  /**
   * An attempt.
   *
   * @param serverProcess the server's process that holds the migration lock; 0 where it may be any
   * @param lock the lock to take at the beginning, if the session does not hold it
   * @param limited which of the session's timeouts are set
   * @param steps what to run, one at least
   * @param bookkeeping what to record of it
   * @param batched whether to send statements together, which saves round trips and leaves open
   *     which of them failed
   */
  RevisionTransaction(
      Connection connection,
      MigrationSettings settings,
      int serverProcess,
      Optional<TransactionLock> lock,
      List<String> limited,
      List<RecordedStep> steps,
      Bookkeeping bookkeeping,
      boolean batched) {
    this.connection = connection;
    this.settings = settings;
    this.serverProcess = serverProcess;
    this.lock = lock;
    this.limited = limited;
    this.steps = steps;
    this.recorded = steps.get(0);
    this.bookkeeping = bookkeeping;
    this.batched = batched;
  }

  @Override
  public Optional<RecordedOperation> at() {
    return at;
  }

  @Override
  public Optional<RecordedStep> in() {
    return steps.size() == 1 ? Optional.empty() : Optional.of(recorded);
  }

  /**
   * Runs and commits everything, or rolls everything back.
   *
   * @throws WrongTransactionException if the revision ended the transaction itself, released the
   *     lock or changed Retort's tables, or another server process than the lock's ran it
   */
  @Override
  public void run() throws SQLException {
    connection.setAutoCommit(false);
    boolean committed = false;
    try (Statement statement = Session.plain(connection)) {
      if (lock.isPresent()) {
        lock.get().take(connection);
      }
      boolean foreignCode = RecordedStep.anyRunsForeignCode(steps);
      if (foreignCode && (steps.size() > 1 || lock.isPresent())) {
        before = Optional.of(SessionSettings.of(connection));
      }
      begin(statement, foreignCode);
      run(statement);
      for (RecordedStep step : steps.subList(1, steps.size())) {
        if (hasTimeouts(step) || hasTimeouts(recorded)) {
          for (String sql : settingsOf(step).timeouts("LOCAL ")) {
            send(statement, sql);
          }
        }
        recorded = step;
        run(statement);
      }
      at = Optional.empty();
      record(statement);
      connection.commit();
      committed = true;
    } finally {
      leave(connection, committed);
    }
  }

  private static boolean hasTimeouts(RecordedStep step) {
    return !step.step().revision().timeouts().areNone();
  }

  private MigrationSettings settingsOf(RecordedStep step) {
    return settings.during(step.step().revision());
  }

  private void run(Statement statement) throws SQLException {
    if (recorded.compiled().isPresent()) {
      for (String sql : recorded.compiled().get().statements()) {
        send(statement, sql);
      }
      return;
    }
    if (!recorded.runsForeignCode()) {
      for (RecordedOperation operation : recorded.operations()) {
        run(statement, recorded.step(), operation);
      }
      return;
    }
    for (RecordedOperation operation : recorded.operations()) {
      run(statement, recorded.step(), operation);
    }
    flush(statement);
    regain(statement);
    if (before.isPresent()) {
      before.get().restore(connection, settings.localNames(limited));
      for (String sql : settingsOf(recorded).ofTransaction(limited)) {
        statement.execute(sql);
      }
    }
  }

  /** Remembers the transaction's id where code of the revision's author could end it. */
  private void begin(Statement statement, boolean foreignCode) throws SQLException {
    List<String> opening = new ArrayList<>(settingsOf(recorded).ofTransaction(limited));
    if (foreignCode) {
      opening.add(
          "SELECT pg_catalog.txid_current(), pg_catalog.current_setting('session_authorization'),"
              + " pg_catalog.current_setting('role')");
      try (ResultSet row = lastRow(statement, String.join("; ", opening))) {
        transactionId = row.getLong(1);
        user = row.getString(2);
        role = row.getString(3);
      }
    } else {
      for (String sql : opening) {
        send(statement, sql);
      }
    }
  }

  private void run(Statement statement, MigrationStep step, RecordedOperation recorded)
      throws SQLException {
    at = batched ? Optional.empty() : Optional.of(recorded);
    if (recorded.operation() instanceof RunStep code) {
      flush(statement);
      foreign(step, recorded, () -> code.step().run(StepConnection.of(connection)));
    } else if (recorded.operation() instanceof ExecuteSql execute) {
      // By itself: a batch does not take statements that return rows, such as SELECT setval(…).
      flush(statement);
      foreign(
          step,
          recorded,
          () -> {
            if (execute.parameters().isEmpty()) {
              statement.execute(execute.sql());
            } else {
              BoundStatements.run(connection, BoundStatement.of(execute));
            }
          });
    } else if (BoundStatement.holdsRows(recorded.operation())) {
      flush(statement);
      at = Optional.of(recorded);
      for (BoundStatement bound : BoundStatement.ofRows(recorded.operation())) {
        BoundStatements.run(connection, bound);
      }
      at = batched ? Optional.empty() : at;
    } else {
      for (String sql : SqlRenderer.render(recorded.operation())) {
        send(statement, sql);
      }
    }
  }

  private interface ForeignCode {
    void run() throws SQLException;
  }

  /** Runs what may do anything, and makes sure that it left the transaction open. */
  private void foreign(MigrationStep step, RecordedOperation recorded, ForeignCode code)
      throws SQLException {
    at = Optional.of(recorded);
    try {
      code.run();
    } catch (Throwable e) {
      if (hasEndedInFailure()) {
        throw new WrongTransactionException(RevisionProblems.transactionEnded(step, recorded), e);
      }
      throw e;
    }
    if (hasEnded()) {
      throw new WrongTransactionException(RevisionProblems.transactionEnded(step, recorded), null);
    }
  }

  /** Whether the transaction is another; sets the search path again, which SET may have changed. */
  private boolean hasEnded() throws SQLException {
    String sql =
        "SELECT pg_catalog.txid_current_if_assigned() = "
            + transactionId
            + ", pg_catalog.set_config('search_path', "
            + literal(settings.searchPath())
            + ", true)";
    try (Statement statement = Session.plain(connection);
        ResultSet row = statement.executeQuery(sql)) {
      return !row.next() || !row.getBoolean(1);
    }
  }

  /** A failed transaction answers no questions; what became of the first one is asked after it. */
  private boolean hasEndedInFailure() {
    try {
      return hasEnded();
    } catch (SQLException failed) {
      rollBack(connection);
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT pg_catalog.txid_status(" + transactionId + ")")) {
      return row.next() && "committed".equals(row.getString(1));
    } catch (SQLException lost) {
      return false;
    }
  }

  /**
   * After code of the revision's author: takes up the role again that records the step, and makes
   * sure that the lock is still held.
   */
  private void regain(Statement statement) throws SQLException {
    String sql =
        "SET session_authorization = "
            + literal(user)
            + "; SET role = "
            + literal(role)
            + "; SELECT pg_catalog.pg_backend_pid() <> "
            + serverProcess
            + " OR "
            + AdvisoryLock.isHeld(settings.schema());
    try (ResultSet row = lastRow(statement, sql)) {
      if (!row.getBoolean(1)) {
        throw new WrongTransactionException(RevisionProblems.lockReleased(recorded), null);
      }
    }
  }

  /**
   * Records the step, once it is sure that nobody else has touched what it records. What is sent
   * together commits by itself, so that all of a revision is one round trip.
   */
  private void record(Statement statement) throws SQLException {
    if (!batched) {
      bookkeeping.run(statement, recorded);
      return;
    }
    for (String sql : bookkeeping.guarded()) {
      send(statement, sql);
    }
    send(statement, "COMMIT");
    try {
      flush(statement);
    } catch (SQLException e) {
      throw Bookkeeping.explained(e, recorded);
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

  /** Runs what waits. */
  private void flush(Statement statement) throws SQLException {
    if (waiting > 0) {
      waiting = 0;
      at = Optional.empty();
      statement.executeBatch();
    }
  }

  /** The row that the last of several statements gives. */
  private static ResultSet lastRow(Statement statement, String sql) throws SQLException {
    boolean rows = statement.execute(sql);
    while (!rows && statement.getUpdateCount() != -1) {
      rows = statement.getMoreResults();
    }
    ResultSet row = statement.getResultSet();
    row.next();
    return row;
  }

  /**
   * Leaves transactions. What fails here adds nothing to what failed before; a lost connection
   * rolls back by itself.
   */
  static void leave(Connection connection, boolean committed) {
    if (!committed) {
      rollBack(connection);
    }
    try {
      connection.setAutoCommit(true);
    } catch (SQLException ignored) {
      // A lost connection; whoever uses it next is told.
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException ignored) {
      // Said above.
    }
  }
}
