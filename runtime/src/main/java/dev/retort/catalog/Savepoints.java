package dev.retort.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;

/** Work inside a transaction that may fail without ending it. */
final class Savepoints {

  private Savepoints() {}

  /** Empty where the server refuses; what was done until then is taken back. */
  static <T> Optional<T> attempt(Connection connection, Snapshots.Work<T> work)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      T result = work.run();
      connection.releaseSavepoint(before);
      return Optional.of(result);
    } catch (SQLException refused) {
      if (connection.isClosed()) {
        throw refused;
      }
      connection.rollback(before);
      return Optional.empty();
    }
  }

  /** Like {@link #attempt}, and takes everything back that was done. */
  static <T> Optional<T> undone(Connection connection, Snapshots.Work<T> work) throws SQLException {
    Savepoint before = connection.setSavepoint();
    Optional<T> result = attempt(connection, work);
    connection.rollback(before);
    return result;
  }
}
