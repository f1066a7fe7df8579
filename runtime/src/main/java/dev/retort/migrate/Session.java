package dev.retort.migrate;

import dev.retort.problem.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The one connection of a migration, in autocommit mode, handed back as it came. */
final class Session implements AutoCloseable {

  private final Connection connection;
  private final boolean autoCommit;

  private Session(Connection connection, boolean autoCommit) {
    this.connection = connection;
    this.autoCommit = autoCommit;
  }

  /**
   * Connects.
   *
   * @throws DatabaseUnavailableException if that fails
   * @throws CredentialsRefusedException if it fails for user or password
   */
  static Session open(DataSource dataSource) {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException | RuntimeException e) {
      throw translated(e);
    }
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (!autoCommit) {
        connection.setAutoCommit(true);
      }
      return new Session(connection, autoCommit);
    } catch (SQLException | RuntimeException e) {
      close(connection, e);
      throw translated(e);
    }
  }

  /** Gives back a connection that is of no use; what fails about that is less than what failed. */
  private static void close(Connection connection, Exception reason) {
    try {
      connection.close();
    } catch (SQLException | RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try (connection) {
      if (!autoCommit && !connection.isClosed()) {
        connection.setAutoCommit(false);
      }
    } catch (SQLException ignored) {
      // The work is done or has failed already, and a broken connection is of no use to anyone.
    }
  }

  /** What to tell when Retort's own statements fail on a connection that stood. */
  static RetortException translated(SQLException e, String schema) {
    return SqlStates.isConnectionLost(e)
        ? translated(e)
        : new BookkeepingException(MigrationProblems.bookkeeping(schema, e), Secrets.strip(e));
  }

  private static RetortException translated(Exception e) {
    Throwable clean = Secrets.strip(e);
    if (SqlStates.isCredentials(e)) {
      return new CredentialsRefusedException(MigrationProblems.credentials(e), clean);
    }
    return new DatabaseUnavailableException(
        SqlStates.isNoDatabase(e)
            ? MigrationProblems.noDatabase(e)
            : MigrationProblems.unreachable(e),
        clean);
  }
}
