package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The record of an upgrade that follows a single head, as a statement that the server plans once
 * for many revisions: planning it takes the server longer than running it.
 */
final class PreparedRecord {

  /** From here on it saves more than its two round trips cost. */
  private static final int WORTH_IT = 10;

  private static final String NAME = "retort_record";

  private PreparedRecord() {}

  /**
   * Prepares the statement in the session, where it pays.
   *
   * @param lots the transactions to come
   * @param tables of the session that holds the migration lock
   */
  static Optional<PreparedRecord> where(
      List<List<RecordedStep>> lots,
      Connection connection,
      Bookkeeping.Tables tables,
      MigrationSettings settings)
      throws SQLException {
    int uses = 0;
    for (List<RecordedStep> lot : lots) {
      if (RecordedStep.anyRunsForeignCode(lot)) {
        break;
      }
      uses += lot.size() == 1 && isOfOneHead(lot.get(0)) ? 1 : 0;
    }
    if (uses < WORTH_IT) {
      return Optional.empty();
    }
    connection.setAutoCommit(false);
    boolean committed = false;
    try (Statement statement = Session.plain(connection)) {
      statement.execute(
          "SET LOCAL search_path = "
              + settings.searchPath()
              + "; PREPARE "
              + NAME
              + " (text, text, text) AS "
              + Bookkeeping.follow(tables, settings.tag())
              + "; COMMIT");
      committed = true;
    } catch (SQLException e) {
      if (!SqlStates.isPrepared(e)) {
        throw e;
      }
      // Somebody left one of that name behind, through a pooler perhaps. It can be done without.
      return Optional.empty();
    } finally {
      RevisionTransaction.leave(connection, committed);
    }
    return Optional.of(new PreparedRecord());
  }

  private static boolean isOfOneHead(RecordedStep recorded) {
    MigrationStep step = recorded.step();
    return step.direction() == Direction.UPGRADE
        && !recorded.inParts()
        && step.removedHeads().size() == 1
        && step.addedHeads().size() == 1
        && step.addedHeads().get(0).revision().equals(step.revision().id())
        && !step.removedHeads().contains(step.revision().id());
  }

  /** The same record by the prepared statement, where the step is of that kind. */
  Bookkeeping of(RecordedStep recorded, Bookkeeping bookkeeping) {
    if (!isOfOneHead(recorded)) {
      return bookkeeping;
    }
    AppliedHead head = recorded.step().addedHeads().get(0);
    return bookkeeping.guardedBy(
        "EXECUTE "
            + NAME
            + " ("
            + literal(recorded.step().removedHeads().get(0))
            + ", "
            + literal(head.revision())
            + ", "
            + literal(head.checksum())
            + ")");
  }

  /** Leaves the session as it was. */
  void release(Connection connection) {
    try (Statement statement = Session.plain(connection)) {
      statement.execute("DEALLOCATE " + NAME);
    } catch (SQLException ignored) {
      // The connection is lost, and the statement with it.
    }
  }
}
