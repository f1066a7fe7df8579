package dev.retort.catalog;

import dev.retort.postgres.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Transactions that leave nothing behind. */
final class Snapshots {

  private Snapshots() {}

  /** Work with a connection. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Runs the work over one moment of the database, with names resolved in the namespace alone. */
  static <T> T readOnly(Connection connection, String namespace, Work<T> work) throws SQLException {
    return rolledBack(
        connection,
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY; " + settings(namespace),
        work);
  }

  /** Runs the work in a transaction that is rolled back, temporary objects included. */
  static <T> T scratch(Connection connection, String namespace, Work<T> work) throws SQLException {
    return rolledBack(connection, settings(namespace), work);
  }

  /** Has names resolved in the namespace alone, in which something temporary may hide them. */
  static String resolvingIn(String namespace) {
    return "SET LOCAL search_path = pg_temp, " + Identifiers.quote(namespace);
  }

  /** All rows of a cursor are fetched, so that its plan need not be quick with the first. */
  private static String settings(String namespace) {
    return resolvingIn(namespace) + "; SET LOCAL cursor_tuple_fraction = 1";
  }

  private static <T> T rolledBack(Connection connection, String settings, Work<T> work)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(settings);
      return work.run();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
