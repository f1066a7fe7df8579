package dev.retort.migrate;

import dev.retort.postgres.Identifiers;
import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import dev.retort.problem.Sentence;
import dev.retort.revision.GraphProblem;
import dev.retort.revision.RevisionInfo;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything that can be wrong when an application migrates its database, one code, one method;
 * what can be wrong with a single revision is in {@link RevisionProblems}.
 */
public final class MigrationProblems {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private static final String PROCESSOR_SNIPPET =
      """
      compile the application and mend what that tells; if the processor is not in the build yet, add this to\
       maven-compiler-plugin's configuration:
      <annotationProcessorPaths>
        <path>
          <groupId>dev.retort</groupId>
          <artifactId>retort-processor</artifactId>
          <version>%s</version>
        </path>
      </annotationProcessorPaths>"""
          .formatted(RetortVersion.CURRENT);

  private static final Pattern NO_DATABASE = Pattern.compile("database \"(.*)\" does not exist");

  private MigrationProblems() {}

  /** RT501: {@link java.util.ServiceLoader} finds no registry. */
  public static Problem noRegistry() {
    return new Problem(
        "RT501",
        "No registry of revisions is on the class path: Retort's annotation processor did not run"
            + " when the application was compiled, or the compilation failed. From JDK 23 on a processor that is merely on the"
            + " class path does not run.",
        PROCESSOR_SNIPPET);
  }

  /** RT502: there is more than one registry. */
  public static Problem severalRegistries(Collection<String> classes) {
    return new Problem(
        "RT502",
        "There are several registries of revisions: " + String.join(", ", classes) + ".",
        "say which one belongs to this database, for example Retort.on(dataSource).registry(new "
            + classes.iterator().next()
            + "()).");
  }

  /** RT502: there are registries, and none of the name that was asked for. */
  public static Problem unknownRegistry(String name, Collection<String> classes) {
    return new Problem(
        "RT502",
        "There is no registry of revisions called '"
            + name
            + "'; on the class path "
            + (classes.size() == 1 ? "is " : "are ")
            + String.join(", ", classes)
            + ".",
        "give the name of one of these classes, or of its package.");
  }

  /** RT503: no connection, or none any more. */
  static Problem unreachable(Throwable cause) {
    return new Problem(
        "RT503",
        "There is no connection to the database: " + said(cause) + root(cause),
        switch (SqlStates.of(cause).orElse("")) {
          case "57P01", "57P02", "57P03", "57P04" ->
              "start again when the server accepts connections, which pg_isready -h HOST -p PORT"
                  + " tells.";
          case "57P05" ->
              "let the pool close or test idle connections before the server's idle_session_timeout"
                  + " ends them, or lift it for the user that migrates (ALTER ROLE NAME SET"
                  + " idle_session_timeout = 0).";
          case "22023" ->
              "correct that setting in the data source's URL or in the environment, for example"
                  + " sslmode or PGSSLMODE.";
          case "08004" ->
              "the server runs, and does not take a connection like this one: ask for another"
                  + " sslmode, or set the server up for it (ssl, pg_hba.conf).";
          default ->
              "check that the server runs and that host and port of the data source are right, for"
                  + " example with: pg_isready -h HOST -p PORT.";
        });
  }

  /** What is at the bottom of it, such as the name of a host that is not known. */
  private static String root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = Secrets.strip(Secrets.message(root));
    return root instanceof IOException && !Secrets.message(cause).contains(text)
        ? " (" + root.getClass().getSimpleName() + ": " + text + ")"
        : "";
  }

  /** RT504: user or password refused. */
  static Problem credentials(Throwable cause) {
    return new Problem(
        "RT504",
        "The database refuses the credentials: " + said(cause),
        "check user and password of the data source, and the server's pg_hba.conf.");
  }

  /** RT505: the server is there, the database is not. */
  static Problem noDatabase(Throwable cause) {
    return new Problem(
        "RT505",
        "The database does not exist: " + said(cause),
        "create it (CREATE DATABASE "
            + databaseIn(cause)
            + "), or correct its name in the data source's URL.");
  }

  private static String databaseIn(Throwable cause) {
    Matcher named = NO_DATABASE.matcher(Secrets.message(cause));
    return named.find() ? Identifiers.quote(named.group(1)) : "NAME";
  }

  /** RT506: the advisory lock is held by somebody else for too long. */
  static Problem lockHeld(Duration waited, List<LockHolder> holders) {
    String who =
        holders.isEmpty()
            ? "a process that has ended its work since"
            : String.join("; ", holders.stream().map(LockHolder::text).toList());
    return new Problem(
        "RT506",
        "Another process has been migrating the database for longer than "
            + text(waited)
            + ", the time that this one waits. The lock is held by "
            + who
            + ".",
        "start again when it has finished; if it hangs, end it with "
            + (holders.size() == 1 ? holders.get(0).end() : LockHolder.END_OF_SESSION)
            + "; a longer wait is"
            + " Retort.on(dataSource).lockWaitTimeout(Duration).");
  }

  /** RT546: another process migrated, and the target may mean something else from there. */
  static Problem movedMeanwhile(List<String> before) {
    return new Problem(
        "RT546",
        "Another process has migrated the database, which was at "
            + place(before)
            + ", meanwhile. What this one had done before is recorded; the rest was not run.",
        "look with retort current, and give the target again if it is still what you want.");
  }

  /** RT535: the database lacks revisions, and nobody asked for them to be applied. */
  static Problem behind(List<String> at, List<RevisionInfo> missing) {
    int shown = Math.min(missing.size(), 3);
    int more = missing.size() - shown;
    return new Problem(
        "RT535",
        "The database is at "
            + place(at)
            + " and lacks "
            + (missing.size() == 1 ? "a revision" : missing.size() + " revisions")
            + " of this application: "
            + missing.subList(0, shown).stream()
                .map(each -> (each.id() + " " + each.message()).strip())
                .collect(Collectors.joining(", "))
            + (more == 0 ? "" : " and " + more + " more")
            + ". Nothing was changed.",
        "apply what is missing before this version of the application starts: retort upgrade, or"
            + " Retort.on(dataSource).upgrade().");
  }

  /** RT537: of several schemas some were not upgraded. */
  static Problem schemasFailed(Map<String, Throwable> failures, int all) {
    return new Problem(
        "RT537",
        "Of "
            + (all == 1 ? "1 schema " : all + " schemas ")
            + (failures.size() == 1 ? "1 was" : failures.size() + " were")
            + " not upgraded: "
            + failures.entrySet().stream()
                .limit(3)
                .map(each -> each.getKey() + " (" + reason(each.getValue()) + ")")
                .collect(Collectors.joining(", "))
            + (failures.size() <= 3 ? "" : " and " + (failures.size() - 3) + " more")
            + (failures.size() == all ? "." : ". The others were."),
        "mend what each of them failed with, which this exception has as suppressed ones, and start"
            + " again: there is nothing to do where it is done.");
  }

  private static String reason(Throwable failure) {
    return failure instanceof RetortException known && known.problem() != null
        ? known.problem().code()
        : failure.getClass().getSimpleName();
  }

  /** RT507: the database is at a revision that the application does not have. */
  static Problem unknownRevision(String id, List<String> heads, List<HistoryEntry> history) {
    return new Problem(
        "RT507",
        databaseIsAt(id, heads, history) + ": the database is ahead of it, or on another branch.",
        "deploy the version of the application that has revision "
            + id
            + ", or downgrade the database with that version first.");
  }

  /** RT507: a stamp would replace a revision that the application does not have. */
  static Problem unknownRecorded(String id, List<String> heads, List<HistoryEntry> history) {
    return new Problem(
        "RT507",
        databaseIsAt(id, heads, history) + ".",
        "stamp with the version of the application that has revision "
            + id
            + ", or forget what is recorded: Retort.on(dataSource).purgeAndStamp(\"TARGET\").");
  }

  private static String databaseIsAt(String id, List<String> heads, List<HistoryEntry> history) {
    return "The database is at revision "
        + id
        + ", which this application does not have"
        + lastApplied(id, history).map(entry -> "; it was " + text(entry)).orElse("")
        + ". "
        + applicationEnds(heads);
  }

  static String applicationEnds(List<String> heads) {
    return "The application "
        + (heads.isEmpty() ? "has no revisions" : "ends at " + String.join(", ", heads));
  }

  /** RT508: a revision was changed after it was applied. */
  static Problem edited(String id, List<String> unlisted, Optional<HistoryEntry> applied) {
    String doubt =
        unlisted.isEmpty()
            ? ""
            : " (or one that it follows and that the history does not list: "
                + String.join(", ", unlisted)
                + ")";
    return new Problem(
        "RT508",
        "Revision "
            + id
            + doubt
            + " is not what was applied to this database: its operations, or its place in the"
            + " history, changed after it was "
            + applied.map(MigrationProblems::text).orElse("applied")
            + ". New databases would get another schema than this one.",
        "restore the revision as it was and put the change into a new revision; git log -p -- $(git"
            + " grep -l 'revision = \""
            + id
            + "\"') shows what was changed. If the change is right and this database has it already: retort"
            + " repair, or Retort.on(dataSource).repair().");
  }

  /** RT511: fewer revisions than the target asks for. */
  static Problem notThatFar(String target, int available, String where, List<String> heads) {
    return new Problem(
        "RT511",
        "Target "
            + target
            + " is out of reach: "
            + (available == 1 ? "there is 1 revision " : "there are " + available + " revisions ")
            + where
            + " the database, which is at "
            + place(heads)
            + ".",
        "ask for no more than that, or for head or base.");
  }

  /** RT511: a downgrade to what is not below. */
  static Problem notApplied(String id, List<String> heads) {
    return new Problem(
        "RT511",
        "The database cannot be downgraded to revision "
            + id
            + ", which is not applied: it is at "
            + place(heads)
            + ".",
        "choose a revision that the database's own follows, or upgrade to " + id + ".");
  }

  /** RT527: a revision declares that there is no way back. */
  static Problem irreversible(RevisionInfo revision) {
    return new Problem(
        "RT527",
        "Revision "
            + revision.id()
            + (revision.message().isEmpty() ? "" : " (" + revision.message() + ")")
            + " is declared irreversible: there is no way back past it. Nothing was run.",
        "downgrade to revision "
            + revision.id()
            + " at most; what was before it comes from a backup, or from a new revision.");
  }

  /** RT511: {@code upgrade("-1")}, {@code downgrade("+1")} and the like. */
  static Problem wrongDirection(String target, Direction direction) {
    return new Problem(
        "RT511",
        "Target " + target + " cannot be reached by " + direction.word() + ".",
        direction == Direction.UPGRADE
            ? "upgrade to head, +N or an id, or use downgrade."
            : direction == Direction.DOWNGRADE
                ? "downgrade to base, -N or an id, or use upgrade."
                : "stamp with head, base or an id.");
  }

  /** RT516: interrupted while waiting. */
  static Problem interrupted(String waitingFor) {
    return new Problem(
        "RT516",
        "The thread was interrupted while it waited for " + waitingFor + ".",
        "start again: what was begun is finished then.");
  }

  /** RT517: the registry's revisions are not a graph. */
  static Problem registryNotAGraph(List<GraphProblem> problems) {
    return new Problem(
        "RT517",
        "The registry's revisions do not make a history: "
            + problems.stream().map(GraphProblem::describe).collect(Collectors.joining("; "))
            + ".",
        "compile all revisions anew (mvn clean compile): the processor reports what is wrong"
            + " with them at their source.");
  }

  /** RT518: Retort's own tables. */
  static Problem bookkeeping(String schema, Throwable cause) {
    if (SqlStates.isBusy(cause) || SqlStates.isCancelled(cause)) {
      return AccessProblems.locked(schema, cause);
    }
    return new Problem(
        "RT518",
        "Retort's own tables retort_version and retort_history in schema "
            + schema
            + " cannot be read or created: "
            + said(cause),
        SqlStates.isNoPrivilege(cause)
            ? "give the user that migrates the privilege that PostgreSQL names, and leave these tables"
                + " to Retort."
            : SqlStates.isOfPreparedStatement(cause)
                ? "put prepareThreshold=0 into the URL: the connection goes through a pooler in"
                    + " transaction mode, which does not know the statements that the driver prepares."
                : "leave tables of these names to Retort: rename those that are there, or let Retort work"
                    + " in another schema with Retort.on(dataSource).schema(\"NAME\").");
  }

  /** RT519: a registry that cannot be loaded. */
  public static Problem brokenRegistry(Throwable cause) {
    return new Problem(
        "RT519",
        "The registry of revisions cannot be loaded: " + said(cause),
        "compile all revisions anew (mvn clean compile), and check that META-INF/services and the"
            + " registry's class come from the same build.");
  }

  /** RT529: a script cannot run Java code. */
  static Problem noScript(List<String> code) {
    return new Problem(
        "RT529",
        "No script can do what these revisions do in Java: " + String.join("; ", code) + ".",
        "upgrade with the application or by command instead, or give a range without these"
            + " revisions: FROM:TO.");
  }

  /** The entry that tells when a revision was last applied or stamped. */
  static Optional<HistoryEntry> lastApplied(String revision, List<HistoryEntry> history) {
    return history.stream()
        .filter(entry -> entry.revision().equals(revision))
        .filter(entry -> entry.direction() != Direction.DOWNGRADE)
        .reduce((earlier, later) -> later);
  }

  private static String text(HistoryEntry entry) {
    String done =
        switch (entry.direction()) {
          case UPGRADE, DOWNGRADE -> "applied";
          case STAMP -> "stamped";
          case REPAIR -> "repaired";
        };
    return done + " on " + TIME.format(entry.startedAt()) + " by " + entry.appliedBy();
  }

  static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  /** How people write where a database is. */
  static String place(List<String> heads) {
    return heads.isEmpty() ? "base" : String.join(", ", heads);
  }

  /** What the driver or server said, as a sentence, with its SQLSTATE and without passwords. */
  static String said(Throwable cause) {
    String sentence = Sentence.of(Secrets.strip(Secrets.message(ofServer(cause))));
    return SqlStates.of(cause).map(state -> "[SQLSTATE " + state + "] ").orElse("") + sentence;
  }

  /** Of a batch the driver tells the statement with its number, and the reason in the next one. */
  private static Throwable ofServer(Throwable cause) {
    return cause instanceof BatchUpdateException batch && batch.getNextException() != null
        ? batch.getNextException()
        : cause;
  }
}
