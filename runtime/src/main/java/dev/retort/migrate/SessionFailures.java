package dev.retort.migrate;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What it means that a session could not be opened or is of no use any more, and that a statement
 * of Retort's own failed in it. Apart from {@link Session}, as a boot that does not fail needs none
 * of it; nor the classes of the exceptions, which the types that are given therefore do not name.
 */
final class SessionFailures {

  /** How long a connection that may be lost has to answer. */
  private static final int ANSWER_SECONDS = 5;

  private SessionFailures() {}

  /**
   * What to tell when no connection was given: {@link CredentialsRefusedException} if that is for
   * user or password, or because the user may not connect to the database, else {@link
   * DatabaseUnavailableException}.
   */
  static RuntimeException refused(Exception e) {
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

  /** What to tell when a statement of Retort's own fails while it migrates. */
  static RuntimeException whileMigrating(Connection connection, SQLException e, String schema) {
    return translated(connection, e, schema, DatabaseAccess::missing);
  }

  /** What to tell when a statement of Retort's own fails while it only reads its tables. */
  static RuntimeException whileReading(Connection connection, SQLException e, String schema) {
    return translated(
        connection,
        e,
        schema,
        access -> access.missing().stream().flatMap(MissingPrivilege::toRead).toList());
  }

  private static RetortException translated(
      Connection connection,
      SQLException e,
      String schema,
      Function<DatabaseAccess, List<MissingPrivilege>> needed) {
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
}
