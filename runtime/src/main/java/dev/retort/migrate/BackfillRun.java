package dev.retort.migrate;

import dev.retort.canonical.ChainChecksum;
import dev.retort.operation.Backfill;
import dev.retort.operation.Filling;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.BackfillStatements;
import dev.retort.postgres.BackfillStatements.KeyColumn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a table lot by lot. Each lot is a transaction that also records its last row, so
 * that no row is written twice and none is left out, wherever it is cut off.
 */
final class BackfillRun {

  private final Executor executor;
  private final RevisionParts parts;
  private final RecordedOperation at;
  private final Backfill backfill;
  private final String fingerprint;
  private Reached reached;
  private boolean ended;

  BackfillRun(
      Executor executor,
      RevisionParts parts,
      RecordedOperation at,
      Backfill backfill,
      Reached reached) {
    this.executor = executor;
    this.parts = parts;
    this.at = at;
    this.backfill = backfill;
    this.fingerprint = fingerprint(backfill);
    this.reached = isOf(reached) ? reached : Reached.NOTHING;
  }

  /** Tells what is written where from other backfills, and not in which steps. */
  private static String fingerprint(Backfill backfill) {
    Filling filling = backfill.filling();
    Filling plain = filling.batchSize(Filling.DEFAULT_BATCH_SIZE).pause(Duration.ZERO);
    return ChainChecksum.of(List.of(), "", List.of(new Backfill(backfill.table(), plain)));
  }

  /** Whether this backfill has come so far: another one has that key done in another way. */
  private boolean isOf(Reached recorded) {
    return recorded.built().isEmpty() || recorded.built().get().equals(fingerprint);
  }

  void run() {
    while (!ended) {
      executor
          .attempts(parts.recorded())
          .run(
              /* mayBatch= */ false,
              batched ->
                  new Attempts.Attempt() {
                    @Override
                    public void run() throws SQLException {
                      lot();
                    }

                    @Override
                    public Optional<RecordedOperation> at() {
                      return Optional.of(at);
                    }
                  });
      if (!ended) {
        executor
            .listener()
            .progressed(
                new BackfillProgress(
                    parts.recorded().step().revision(), backfill.table(), reached.rows()));
        Pauses.sleep(backfill.filling().pause().toMillis(), "the next lot of a backfill");
      }
    }
  }

  private void lot() throws SQLException {
    Connection connection = executor.connection();
    connection.setAutoCommit(false);
    boolean committed = false;
    try (Statement statement = Session.plain(connection)) {
      Reached next = write(statement);
      connection.commit();
      committed = true;
      ended = next.equals(reached);
      reached = next;
    } finally {
      RevisionTransaction.leave(connection, committed);
    }
  }

  /** Writes the next lot, and gives where that ends; where it began if there are no more rows. */
  private Reached write(Statement statement) throws SQLException {
    MigrationSettings settings = executor.settings(parts.recorded());
    for (String sql : settings.ofSession(executor.connection(), "LOCAL ")) {
      statement.execute(sql);
    }
    // A lot is to cost what it holds, whatever the statistics say of a table that was just filled.
    statement.execute("SET LOCAL enable_seqscan = off");
    BackfillStatements statements = new BackfillStatements(backfill, keys(statement));
    Optional<List<String>> after =
        reached.after().isEmpty() ? Optional.empty() : Optional.of(reached.after());
    Optional<Lot> lot = next(statement, statements.lastOfLot(after));
    if (lot.isEmpty()) {
      return reached;
    }
    statement.execute(statements.lot(after, lot.get().last()));
    Reached next = Reached.row(fingerprint, lot.get().last(), reached.rows() + lot.get().rows());
    parts.progress(next).run(statement, parts.recorded());
    return next;
  }

  private record Lot(List<String> last, long rows) {}

  private static Optional<Lot> next(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        return Optional.empty();
      }
      int columns = row.getMetaData().getColumnCount();
      List<String> last = new ArrayList<>();
      for (int i = 2; i <= columns; i++) {
        last.add(row.getString(i));
      }
      return Optional.of(new Lot(last, row.getLong(1)));
    }
  }

  private List<KeyColumn> keys(Statement statement) throws SQLException {
    List<KeyColumn> keys = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(BackfillStatements.primaryKey(backfill))) {
      while (rows.next()) {
        keys.add(new KeyColumn(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    if (keys.isEmpty()) {
      throw new SQLException("table " + backfill.table() + " has no primary key");
    }
    return keys;
  }
}
