package dev.retort.migrate;

import static dev.retort.migrate.MigrationProblems.said;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.operation.RecordedOperation;
import dev.retort.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be wrong with what a session may do in its database: one code for each kind. */
final class AccessProblems {

  private static final Pattern REFUSED_DATABASE =
      Pattern.compile("permission denied for database \"(.*)\"");

  private AccessProblems() {}

  /** RT504: the user is known, and may not connect to this database. */
  static Problem noConnect(Throwable cause) {
    Matcher refused = REFUSED_DATABASE.matcher(Secrets.message(cause));
    String database = refused.find() ? quote(refused.group(1)) : "DB";
    return new Problem(
        "RT504",
        "The database knows the user and does not let it in: " + said(cause),
        "as the database's owner or a superuser, with the data source's user for NAME, run"
            + " GRANT CONNECT ON DATABASE "
            + database
            + " TO NAME; and start again.");
  }

  /** RT518: Retort's own tables, which somebody else has locked. */
  static Problem locked(String schema, Throwable cause) {
    return new Problem(
        "RT518",
        "Retort's own tables retort_version and retort_history in schema "
            + schema
            + " cannot be read or created: "
            + said(cause)
            + (SqlStates.isCancelled(cause)
                ? " The statement was cancelled, by somebody or by the session's"
                    + " statement_timeout; another session may have locked these tables."
                : " Another session has locked one of them, or their schema."),
        "find it (SELECT pid, application_name, state, query FROM pg_stat_activity WHERE pid IN"
            + " (SELECT pid FROM pg_locks WHERE relation IN (SELECT oid FROM pg_class WHERE relname"
            + " IN ('retort_version', 'retort_history')))), let it end, and start again.");
  }

  /** RT524: there is something to do, and the session can only read, for the reason found. */
  static Problem readOnly(DatabaseAccess access) {
    ReadOnlyReason reason = access.readOnly().orElseThrow();
    return new Problem(
        "RT524",
        "Database "
            + access.database()
            + " must be migrated, and this session can only read: "
            + why(access, reason)
            + ". Nothing was changed.",
        fix(access, reason));
  }

  /** RT524: PostgreSQL says so, and the reason is not to be seen. */
  static Problem readOnly(Throwable cause) {
    return new Problem(
        "RT524",
        "The session can only read: " + said(cause),
        "migrate with a data source that may write, on the primary server.");
  }

  /** RT524: a revision met a transaction that can only read. */
  static Problem readOnly(
      RecordedStep recorded,
      Optional<RecordedOperation> operation,
      Throwable cause,
      Optional<DatabaseAccess> access) {
    Optional<ReadOnlyReason> reason = access.flatMap(DatabaseAccess::readOnly);
    String fact =
        RevisionProblems.name(recorded.step())
            + " could only read"
            + RevisionProblems.at(operation)
            + ": "
            + said(cause)
            + RevisionProblems.undone(recorded, "It was rolled back whole.")
            + " ";
    if (reason.isEmpty()) {
      return new Problem(
          "RT524",
          fact
              + "The session could write before, so the revision itself may have made it read-only.",
          "take SET TRANSACTION READ ONLY, default_transaction_read_only and the like out of the"
              + " revision, and start again.");
    }
    return new Problem(
        "RT524",
        fact
            + "The session could write before, and cannot any more: "
            + why(access.orElseThrow(), reason.orElseThrow())
            + ".",
        fix(access.orElseThrow(), reason.orElseThrow()));
  }

  private static String why(DatabaseAccess access, ReadOnlyReason reason) {
    String on = "default_transaction_read_only is on for ";
    return switch (reason) {
      case STANDBY -> "the server is a standby, which follows another one (pg_is_in_recovery)";
      case ROLE -> on + "role " + access.loginRole();
      case DATABASE -> on + "the database";
      case ROLE_IN_DATABASE -> on + "role " + access.loginRole() + " in the database";
      case ALL_ROLES -> on + "all roles";
      case SERVER -> on + "the whole server";
      case SESSION -> on + "the connection, set by the data source, its URL's options or the pool";
      case CONNECTION -> "the data source or pool hands out connections that are set read-only";
    };
  }

  private static String fix(DatabaseAccess access, ReadOnlyReason reason) {
    String role = quote(access.loginRole());
    String database = quote(access.database());
    String reset = " RESET default_transaction_read_only;";
    String forRole =
        " or, for this role alone, ALTER ROLE "
            + role
            + " IN DATABASE "
            + database
            + " SET default_transaction_read_only = off;";
    String another = " or migrate as another role.";
    return switch (reason) {
      case STANDBY ->
          "point the data source at the primary; where the JDBC URL names several servers, add"
              + " targetServerType=primary to it.";
      case ROLE -> "run ALTER ROLE " + role + reset + another;
      case DATABASE -> "run ALTER DATABASE " + database + reset + forRole + " and start again.";
      case ROLE_IN_DATABASE ->
          "run ALTER ROLE " + role + " IN DATABASE " + database + reset + another;
      case ALL_ROLES -> "run ALTER ROLE ALL" + reset + forRole + " and start again.";
      case SERVER ->
          "take default_transaction_read_only out of the server's configuration"
              + forRole
              + " and start again.";
      case SESSION ->
          "take default_transaction_read_only, or readOnly, out of the data source's URL and the"
              + " pool's settings, or give Retort a data source that may write.";
      case CONNECTION ->
          "take readOnly out of the data source's and the pool's settings, or give Retort a data"
              + " source that may write.";
    };
  }

  /** RT525: the role lacks what Retort needs for its own tables. */
  static Problem missing(DatabaseAccess access, List<MissingPrivilege> missing) {
    return new Problem(
        "RT525",
        "Role "
            + access.role()
            + " lacks privileges in database "
            + access.database()
            + " that Retort's own tables need: "
            + missing.stream().map(MissingPrivilege::described).collect(joining("; "))
            + ". Nothing was changed.",
        grants(access.role(), missing));
  }

  /**
   * RT525: the role lacks what a revision needs.
   *
   * @param missing what is known to be missing; may be empty
   */
  static Problem missing(
      RecordedStep recorded,
      Optional<RecordedOperation> operation,
      Throwable cause,
      String role,
      List<MissingPrivilege> missing) {
    String lacks =
        missing.isEmpty()
            ? " Retort migrates as role " + role + "."
            : " Role "
                + role
                + " lacks "
                + missing.stream().map(MissingPrivilege::described).collect(joining("; "))
                + ".";
    return new Problem(
        "RT525",
        RevisionProblems.name(recorded.step())
            + " lacks a privilege"
            + RevisionProblems.at(operation)
            + ": "
            + said(cause)
            + lacks
            + RevisionProblems.undone(
                recorded, "It was rolled back whole; the database is as it was before."),
        missing.isEmpty() ? ownership(quote(role)) : grants(role, missing));
  }

  private static String grants(String role, List<MissingPrivilege> missing) {
    return "as the owner or a superuser run "
        + missing.stream().map(each -> each.grant(role) + "; ").collect(joining())
        + "and start again.";
  }

  private static String ownership(String role) {
    return "give it the privilege that PostgreSQL names (GRANT … TO "
        + role
        + "); what only an owner may do, such as altering a table, it may as a member of the owner"
        + " (GRANT OWNER TO "
        + role
        + ").";
  }
}
