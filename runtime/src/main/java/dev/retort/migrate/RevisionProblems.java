package dev.retort.migrate;

import static dev.retort.migrate.MigrationProblems.said;
import static dev.retort.migrate.MigrationProblems.text;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.problem.Problem;
import dev.retort.revision.RevisionInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Everything that can be wrong with a single revision at migration time: one code, one method. */
final class RevisionProblems {

  private static final String CANCELLED = "57014";

  /** Tables, columns, other objects and functions that are there already. */
  private static final Set<String> DUPLICATE = Set.of("42P07", "42701", "42710", "42723");

  private static final String INSIDE_TRANSACTION = "25001";

  /** A label of an enum type is used in the transaction that adds it. */
  private static final String NEW_LABEL = "55P04";

  private static final String SERIALIZATION = "40001";

  private static final Pattern COPY =
      Pattern.compile("(?is)^\\s*copy\\b.*\\b(?:from\\s+stdin|to\\s+stdout)\\b");
  private static final String COPY_REASON =
      " COPY FROM STDIN and TO STDOUT wait for a program that sends or takes the rows, and a"
          + " revision's SQL is none.";
  private static final String COPY_FIX =
      "write the rows as INSERT, or copy them in op.run with pgjdbc's CopyManager.";

  private RevisionProblems() {}

  /** RT512: a statement or step of a revision failed. */
  static Problem failed(
      RecordedStep recorded, Optional<RecordedOperation> operation, Throwable cause) {
    String state = SqlStates.of(cause).orElse("");
    return new Problem(
        "RT512",
        name(recorded.step())
            + " failed"
            + at(operation)
            + ": "
            + thrown(cause)
            + said(cause)
            + undone(recorded, "It was rolled back whole; the database is as it was before.")
            + (isCopy(operation) ? COPY_REASON : reason(state)),
        isCopy(operation) ? COPY_FIX : fix(state, recorded));
  }

  /** RT528: a hypertable, and no TimescaleDB. */
  static Problem noTimescale(
      MigrationStep step, RecordedOperation operation, String database, boolean available) {
    return new Problem(
        "RT528",
        name(step)
            + " needs TimescaleDB"
            + at(Optional.of(operation))
            + ", and database "
            + database
            + " does not have the extension"
            + (available ? "." : ", which is not installed on the server either.")
            + " Nothing was changed.",
        (available
                ? "as a superuser run "
                : "install TimescaleDB on the server, add timescaledb to shared_preload_libraries,"
                    + " restart it, as a superuser run ")
            + "CREATE EXTENSION timescaledb; in database "
            + database
            + ", and start again.");
  }

  /** RT536: the database is at a revision that stands in another one now. */
  static Problem squashed(String id, RevisionInfo into) {
    return new Problem(
        "RT536",
        "The database is at revision "
            + id
            + ", which was squashed into "
            + into.id()
            + (into.message().isEmpty() ? "" : " (" + into.message() + ")")
            + " since: this application no longer has the revisions between these two.",
        "upgrade the database to "
            + into.id()
            + " with a version of the application that still has revision "
            + id
            + " (retort upgrade "
            + into.id()
            + "), then with this one.");
  }

  /**
   * What became of what a revision did before it failed.
   *
   * @param whole what is said of one that runs in one transaction
   */
  static String undone(RecordedStep recorded, String whole) {
    return recorded.inParts() ? " What it did before that stays." : " " + whole;
  }

  /** What else than the database failed says little without its kind. */
  private static String thrown(Throwable cause) {
    return SqlStates.of(cause).isPresent() ? "" : cause.getClass().getSimpleName() + ": ";
  }

  /** PostgreSQL tells a COPY that gets no rows with the code of a cancelled statement. */
  private static boolean isCopy(Optional<RecordedOperation> operation) {
    return operation
        .map(RecordedOperation::operation)
        .filter(ExecuteSql.class::isInstance)
        .filter(execute -> COPY.matcher(((ExecuteSql) execute).sql()).find())
        .isPresent();
  }

  private static String reason(String state) {
    return switch (state) {
      case CANCELLED ->
          " Somebody cancelled the statement (pg_cancel_backend), or it met a statement_timeout"
              + " that the revision itself sets: Retort lifts the one of the role or database.";
      case INSIDE_TRANSACTION ->
          " PostgreSQL does not run this once a transaction has begun, and Retort runs what does"
              + " not say otherwise in one transaction.";
      case NEW_LABEL ->
          " PostgreSQL lets nothing use a new value of an enum type before the transaction that"
              + " adds it has ended, and Retort runs each revision in one transaction.";
      default -> "";
    };
  }

  private static String fix(String state, RecordedStep recorded) {
    if (DUPLICATE.contains(state) && !recorded.inParts()) {
      return "where something else than Retort made this, record that it is there: retort stamp "
          + recorded.step().revision().id()
          + ", and compare with retort check --no-sources; or retort import, where Flyway, Liquibase or Alembic"
          + " did. Otherwise correct the revision, and start again: it goes on from there.";
    }
    return switch (state) {
      case CANCELLED ->
          "start again, and let it finish; take statement_timeout out of the revision if it sets"
              + " one.";
      case INSIDE_TRANSACTION ->
          "write op.createIndexConcurrently or op.dropIndexConcurrently for an index, and"
              + " op.execute(sql(\"…\").outsideTransaction()) for VACUUM and the like, with"
              + " dev.retort.operation.ExecuteSql.sql. Settings such as SET TRANSACTION cannot be"
              + " changed here.";
      case NEW_LABEL ->
          "move what uses the value to a revision after this one, or replace addEnumValue by"
              + " rebuildEnumType, whose values can be used at once.";
      default ->
          "correct the revision, or the rows that it met, and start again: it goes on from there.";
    };
  }

  /** RT513: locks, deadlocks or serialization failures in every attempt. */
  static Problem busy(
      RecordedStep recorded,
      Optional<RecordedOperation> operation,
      int attempts,
      Duration lockTimeout,
      Throwable cause) {
    boolean locks = !SqlStates.of(cause).equals(Optional.of(SERIALIZATION));
    return new Problem(
        "RT513",
        name(recorded.step())
            + (locks ? " did not get the locks that it needs" : " met changes of others")
            + " in "
            + attempts
            + (attempts == 1 ? " attempt" : " attempts")
            + (locks ? " of " + text(lockTimeout) + " each" : "")
            + at(operation)
            + ": "
            + said(cause)
            + undone(recorded, "It was rolled back whole."),
        "find the long transactions in the way (SELECT pid, application_name, xact_start, query FROM"
            + " pg_stat_activity WHERE xact_start < now() - interval '1 second'), and start again"
            + " when they have ended.");
  }

  /** RT538: a statement took longer than it may. */
  static Problem cancelled(
      RecordedStep recorded,
      Optional<RecordedOperation> operation,
      Duration statementTimeout,
      Throwable cause) {
    return new Problem(
        "RT538",
        name(recorded.step())
            + " was cancelled"
            + at(operation)
            + ", where a statement may take "
            + text(statementTimeout)
            + ": "
            + said(cause)
            + undone(recorded, "It was rolled back whole."),
        "give this revision more time, @Migration(…, statementTimeout = \"10min\"), or \"0\" for no"
            + " limit; what writes many rows does it in lots: op.backfill(table, …).");
  }

  /** RT514: the connection broke. */
  static Problem connectionLost(
      RecordedStep recorded, Optional<RecordedOperation> operation, Throwable cause) {
    boolean timeout = SqlStates.isTransactionTimeout(cause);
    return new Problem(
        "RT514",
        name(recorded.step())
            + " lost the connection to the database"
            + at(operation)
            + ": "
            + said(cause)
            + undone(
                recorded,
                "PostgreSQL rolls the revision back whole, unless its commit had just arrived.")
            + (timeout
                ? " The revision itself sets this timeout: Retort lifts the one of the role or"
                    + " database."
                : ""),
        timeout
            ? "take the timeout out of the revision, and start again."
            : "start again: it goes on from what the database recorded.");
  }

  /** RT515: a revision threw while it recorded its operations. */
  static Problem recordingFailed(MigrationStep step, Throwable cause) {
    return new Problem(
        "RT515",
        name(step)
            + " threw "
            + cause.getClass().getSimpleName()
            + " while it recorded its operations: "
            + said(cause)
            + " Nothing was run.",
        "correct the revision: upgrade and downgrade only record, without input, clock or"
            + " database.");
  }

  /** RT520: COMMIT or ROLLBACK in a revision's own SQL or code. */
  static Problem transactionEnded(MigrationStep step, RecordedOperation operation) {
    return new Problem(
        "RT520",
        name(step)
            + " ended its own transaction"
            + at(Optional.of(operation))
            + ". What ran before that may be committed, what came after was not run, and the"
            + " revision is not recorded as applied: the database is between two revisions.",
        "take COMMIT, ROLLBACK and the like out of the revision; look which of its operations the"
            + " database has, undo them (or restore a backup), and start again. If all of them are"
            + " there, record that with stamp(\""
            + step.revision().id()
            + "\").");
  }

  /** RT521: what is recorded now is not what the compiler saw. */
  static Problem recordsOtherwise(MigrationStep step, List<RecordedOperation> operations) {
    return new Problem(
        "RT521",
        name(step)
            + " records something else here than when it was compiled: "
            + (operations.isEmpty() ? "nothing" : described(operations))
            + ". Every database would get another schema. Nothing was run.",
        "compile all revisions anew (mvn clean compile). If it stays, the revision depends on"
            + " something that differs between machines or runs, such as time, chance, locale,"
            + " system properties, a library's version, or the order of a Set or Map: write that"
            + " into it as a constant.");
  }

  private static String described(List<RecordedOperation> operations) {
    int shown = Math.min(operations.size(), 3);
    List<String> first =
        operations.subList(0, shown).stream().map(RevisionProblems::described).toList();
    int more = operations.size() - shown;
    return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
  }

  /** RT522: an upgrade that does something, and a downgrade that does nothing. */
  static Problem noWayBack(MigrationStep step) {
    return new Problem(
        "RT522",
        name(step)
            + " records nothing, while its upgrade does: there is no way back past it, and"
            + " forgetting it would leave its changes behind. Nothing was run.",
        "downgrade to revision "
            + step.revision().id()
            + " at most, or write the way back into its downgrade; where there is nothing to take"
            + " back, record op.execute(\"SELECT 1\").");
  }

  /** RT523: the transaction is not run by the server process that has the lock. */
  static Problem serverProcessChanged(RecordedStep recorded) {
    return new Problem(
        "RT523",
        name(recorded.step())
            + " was run by another process of the server than the one that holds the migration"
            + " lock: a pooler between Retort and PostgreSQL is in transaction mode, where the lock"
            + " protects nothing."
            + undone(recorded, "The revision was rolled back whole."),
        "take the lock in each transaction, Retort.on(dataSource).locking(Locking.TRANSACTION), or"
            + " migrate through a connection of its own, straight to PostgreSQL or through a pooler"
            + " in session mode.");
  }

  /** RT545: the lock of a transaction does not protect what runs outside of any. */
  static Problem needsSession(RecordedStep recorded) {
    return new Problem(
        "RT545",
        name(recorded.step())
            + " runs in parts, outside of transactions, and the migration lock is held by"
            + " transactions alone: Locking.TRANSACTION. Nothing was changed.",
        "run this one through a connection of its own, straight to PostgreSQL or through a pooler"
            + " in session mode, without locking(Locking.TRANSACTION): retort upgrade "
            + recorded.step().revision().id()
            + ".");
  }

  /** RT526: the revision released the lock that lets one process at a time migrate. */
  static Problem lockReleased(RecordedStep recorded) {
    return new Problem(
        "RT526",
        name(recorded.step())
            + " released the advisory lock that keeps other processes from migrating at the same"
            + " time."
            + undone(recorded, "The revision was rolled back whole."),
        "take pg_advisory_unlock_all, DISCARD ALL and the like out of the revision; its own advisory"
            + " locks it can release one by one.");
  }

  /** RT526: the revision changed the heads that Retort records. */
  static Problem headsChanged(RecordedStep recorded) {
    return new Problem(
        "RT526",
        name(recorded.step())
            + " changed retort_version, Retort's own table: the revision that it follows is not"
            + " recorded there any more."
            + undone(recorded, "The revision was rolled back whole."),
        "take the statements on retort_version out of the revision.");
  }

  /** RT533: a revision that was begun is not any more what was begun. */
  static Problem begunOtherwise(MigrationStep step, UnfinishedRevision unfinished, int operations) {
    return new Problem(
        "RT533",
        name(step)
            + " was begun on this database, which has "
            + unfinished.done()
            + " of its operations, and was changed since: "
            + (operations < unfinished.done()
                ? "it has no more than " + operations + " now."
                : "the first " + unfinished.done() + " are not those that were done.")
            + " Nothing was run.",
        "restore the operations that were done as they were, and change only what comes after them"
            + " (git log -p shows what was changed); or undo them by hand and forget that the"
            + " revision was begun: retort stamp --purge TARGET, or"
            + " Retort.on(dataSource).purgeAndStamp(\"TARGET\").");
  }

  /** RT534: something else is asked for than to finish what was begun. */
  static Problem unfinished(UnfinishedRevision unfinished) {
    return new Problem(
        "RT534",
        begun(unfinished) + ". Nothing was recorded.",
        "let it come to its end: retort upgrade, or Retort.on(dataSource).upgrade(); or undo by hand"
            + " what it did and forget the rest: retort stamp --purge TARGET, or"
            + " Retort.on(dataSource).purgeAndStamp(\"TARGET\").");
  }

  /** RT507: a revision was begun that the application does not have. */
  static Problem unknownBegun(UnfinishedRevision unfinished, List<String> heads) {
    return new Problem(
        "RT507",
        begun(unfinished)
            + ", and this application does not have the revision. "
            + MigrationProblems.applicationEnds(heads)
            + ": the database is ahead of it, or on another branch.",
        "deploy the version of the application that has revision "
            + unfinished.revision()
            + ", whose next start finishes it; to go back to this one, downgrade the database with"
            + " that version then.");
  }

  private static String begun(UnfinishedRevision unfinished) {
    return "Revision "
        + unfinished.revision()
        + " was begun on this database and has not ended: its "
        + unfinished.direction().word()
        + " has done "
        + unfinished.done()
        + (unfinished.done() == 1 ? " operation" : " operations");
  }

  static String name(MigrationStep step) {
    String message = step.revision().message();
    return (step.direction() == Direction.DOWNGRADE ? "The downgrade of revision " : "Revision ")
        + step.revision().id()
        + (message.isEmpty() ? "" : " (" + message + ")");
  }

  static String at(Optional<RecordedOperation> operation) {
    return operation.map(at -> " at " + at.source() + ", " + described(at)).orElse("");
  }

  /** The operation in words, which are the author's own where it is SQL: without passwords. */
  static String described(RecordedOperation recorded) {
    return Secrets.strip(recorded.operation().describe());
  }
}
