package dev.retort.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
   * @throws CredentialsRefusedException if it fails for user or password, or because the user may
   *     not connect to the database
   */
  static Session open(DataSource dataSource) {
    Connection connection;
    try {
      connection = dataSource.getConnection();
    } catch (SQLException | RuntimeException e) {
      throw SessionFailures.refused(e);
    }
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (!autoCommit) {
        connection.setAutoCommit(true);
      }
      return new Session(connection, autoCommit);
    } catch (SQLException | RuntimeException e) {
      close(connection, e);
      throw SessionFailures.refused(e);
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

  /** A statement whose text the driver leaves alone: braces are not its escapes here. */
  static Statement plain(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    return statement;
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

  /** What to tell when a statement of Retort's own fails while it migrates. */
  RuntimeException whileMigrating(SQLException e, String schema) {
    return SessionFailures.whileMigrating(connection, e, schema);
  }

  /** What to tell when a statement of Retort's own fails while it only reads its tables. */
  RuntimeException whileReading(SQLException e, String schema) {
    return SessionFailures.whileReading(connection, e, schema);
  }
}
