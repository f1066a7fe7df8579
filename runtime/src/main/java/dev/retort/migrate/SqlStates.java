package dev.retort.migrate;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's error codes (its documentation's appendix A), as far as they decide anything. */
final class SqlStates {

  private static final Set<String> NO_TABLE = Set.of("42P01", "3F000");
  private static final String SERIALIZATION = "40001";
  private static final Set<String> BUSY = Set.of("55P03", "40P01", SERIALIZATION);
  private static final Set<String> CREDENTIALS = Set.of("28P01", "28000");
  private static final String NO_DATABASE = "3D000";
  private static final String NO_PRIVILEGE = "42501";
  private static final String READ_ONLY = "25006";
  private static final String CANCELLED = "57014";
  private static final String PREPARED = "42P05";
  private static final String NOT_PREPARED = "26000";

  /**
   * The server ends the session, or lets none begin: shutdown, crash, start, a dropped database,
   * idle for too long.
   */
  private static final Set<String> SESSION_ENDED =
      Set.of("57P01", "57P02", "57P03", "57P04", "57P05");

  /** The server ends the session for its transaction: idle in it for too long, too long at all. */
  private static final Set<String> TRANSACTION_TIMEOUT = Set.of("25P03", "25P04");

  /** What drivers that change to another server by themselves tell; 08007 also of a lost COMMIT. */
  private static final Set<String> SESSION_REPLACED = Set.of("08S02", "08007");

  private SqlStates() {}

  /** The first code in the chain of causes: a pool wraps the driver's exception in its own. */
  static Optional<String> of(Throwable thrown) {
    Optional<SQLException> origin = origin(thrown);
    return origin.isPresent() ? Optional.ofNullable(origin.get().getSQLState()) : Optional.empty();
  }

  /** The exception that has the first code in the chain of causes. */
  static Optional<SQLException> origin(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  static boolean isNoTable(Throwable thrown) {
    return NO_TABLE.contains(of(thrown).orElse(""));
  }

  /**
   * A lock was not free in time, or the server ended a deadlock or a transaction that cannot be
   * serialized: trying again may help.
   */
  static boolean isBusy(Throwable thrown) {
    return of(thrown).filter(BUSY::contains).isPresent();
  }

  static boolean isCredentials(Throwable thrown) {
    return of(thrown).filter(CREDENTIALS::contains).isPresent();
  }

  static boolean isNoDatabase(Throwable thrown) {
    return of(thrown).filter(NO_DATABASE::equals).isPresent();
  }

  static boolean isNoPrivilege(Throwable thrown) {
    return of(thrown).filter(NO_PRIVILEGE::equals).isPresent();
  }

  static boolean isReadOnly(Throwable thrown) {
    return of(thrown).filter(READ_ONLY::equals).isPresent();
  }

  /** The session has a prepared statement of that name. */
  static boolean isPrepared(Throwable thrown) {
    return of(thrown).filter(PREPARED::equals).isPresent();
  }

  /** The session has a prepared statement of that name, or has it no more. */
  static boolean isOfPreparedStatement(Throwable thrown) {
    return isPrepared(thrown) || of(thrown).filter(NOT_PREPARED::equals).isPresent();
  }

  /** For its timeout, or because somebody asked for it. */
  static boolean isCancelled(Throwable thrown) {
    return of(thrown).filter(CANCELLED::equals).isPresent();
  }

  static boolean isConnectionLost(Throwable thrown) {
    return of(thrown).filter(s -> s.startsWith("08") || SESSION_ENDED.contains(s)).isPresent()
        || isTransactionTimeout(thrown);
  }

  static boolean isSessionReplaced(Throwable thrown) {
    return of(thrown).filter(SESSION_REPLACED::contains).isPresent();
  }

  static boolean isTransactionTimeout(Throwable thrown) {
    return of(thrown).filter(TRANSACTION_TIMEOUT::contains).isPresent();
  }
}
