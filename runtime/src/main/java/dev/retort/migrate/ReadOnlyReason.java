package dev.retort.migrate;

/**
 * What makes a session unable to write: the server itself, or where {@code
 * default_transaction_read_only} is set, as {@code pg_settings.source} tells it.
 */
enum ReadOnlyReason {
  /** The server follows another one ({@code pg_is_in_recovery()}). */
  STANDBY,
  ROLE,
  DATABASE,
  ROLE_IN_DATABASE,
  ALL_ROLES,
  SERVER,
  /** The setting came with the connection, or with a SET on it. */
  SESSION,
  /** The driver begins its transactions so, as it does after {@code setReadOnly(true)}. */
  CONNECTION;

  /**
   * The reason by its traces in a session that cannot write.
   *
   * @param source where the setting's value is from, if it is on; else empty
   */
  static ReadOnlyReason of(boolean inRecovery, String source) {
    if (inRecovery) {
      return STANDBY;
    }
    return switch (source) {
      case "" -> CONNECTION;
      case "user" -> ROLE;
      case "database" -> DATABASE;
      case "database user" -> ROLE_IN_DATABASE;
      case "global" -> ALL_ROLES;
      case "client", "session", "interactive" -> SESSION;
      default -> SERVER;
    };
  }
}
