package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** The one connection of a migration, in autocommit mode, handed back as it came. */
final class Session implements AutoCloseable {

  /** How long a connection that may be lost has to answer. */
  private static final int ANSWER_SECONDS = 5;

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
      throw refused(e);
    }
    try {
      boolean autoCommit = connection.getAutoCommit();
      if (!autoCommit) {
        connection.setAutoCommit(true);
      }
      return new Session(connection, autoCommit);
    } catch (SQLException | RuntimeException e) {
      close(connection, e);
      throw refused(e);
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
  RetortException whileMigrating(SQLException e, String schema) {
    return translated(e, schema, DatabaseAccess::missing);
  }

  /** What to tell when a statement of Retort's own fails while it only reads its tables. */
  RetortException whileReading(SQLException e, String schema) {
    return translated(
        e, schema, access -> access.missing().stream().flatMap(MissingPrivilege::toRead).toList());
  }

  private RetortException translated(
      SQLException e, String schema, Function<DatabaseAccess, List<MissingPrivilege>> needed) {
    if (SqlStates.isConnectionLost(e) || isLost(connection, e)) {
      return new DatabaseUnavailableException(MigrationProblems.unreachable(e), Secrets.strip(e));
    }
    if (SqlStates.isReadOnly(e)) {
      return new MigrationRefusedException(
          access(connection, schema, e)
              .filter(access -> access.readOnly().isPresent())
              .map(AccessProblems::readOnly)
              .orElseGet(() -> AccessProblems.readOnly(e)),
          Secrets.strip(e));
    }
    Problem problem =
        Optional.of(e)
            .filter(SqlStates::isNoPrivilege)
            .flatMap(refusal -> access(connection, schema, refusal))
            .filter(access -> !needed.apply(access).isEmpty())
            .map(access -> AccessProblems.missing(access, needed.apply(access)))
            .orElseGet(() -> MigrationProblems.bookkeeping(schema, e));
    return new BookkeepingException(problem, Secrets.strip(e));
  }

  /** What the session may do, looked up after a failure, to which a failed look adds nothing. */
  static Optional<DatabaseAccess> access(Connection connection, String schema, Throwable reason) {
    try {
      return Optional.of(DatabaseAccess.of(connection, schema));
    } catch (SQLException e) {
      reason.addSuppressed(e);
      return Optional.empty();
    }
  }

  /**
   * Whether a failure means that the connection is of no use any more. It may speak of another one,
   * which a step or a function of the server has opened, so that this one is asked as well; unless
   * the driver says that it stands for another session now.
   */
  static boolean isLost(Connection connection, Throwable failure) {
    try {
      return connection.isClosed()
          || SqlStates.isSessionReplaced(failure)
          || (SqlStates.isConnectionLost(failure) && !connection.isValid(ANSWER_SECONDS));
    } catch (SQLException closed) {
      return true;
    }
  }

  private static RetortException refused(Exception e) {
    Throwable clean = Secrets.strip(e);
    if (SqlStates.isCredentials(e)) {
      return new CredentialsRefusedException(MigrationProblems.credentials(e), clean);
    }
    if (SqlStates.isNoPrivilege(e)) {
      return new CredentialsRefusedException(AccessProblems.noConnect(e), clean);
    }
    return new DatabaseUnavailableException(
        SqlStates.isNoDatabase(e)
            ? MigrationProblems.noDatabase(e)
            : MigrationProblems.unreachable(e),
        clean);
  }
}
