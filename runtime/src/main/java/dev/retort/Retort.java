package dev.retort;

import static java.util.Objects.requireNonNull;

import dev.retort.catalog.CatalogReader;
import dev.retort.catalog.LiveSchema;
import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.AppliedRevision;
import dev.retort.migrate.DatabaseRecords;
import dev.retort.migrate.DryRun;
import dev.retort.migrate.HistoryEntry;
import dev.retort.migrate.Locking;
import dev.retort.migrate.MigrationListener;
import dev.retort.migrate.MigrationOutcome;
import dev.retort.migrate.MigrationRequest;
import dev.retort.migrate.MigrationSettings;
import dev.retort.migrate.Migrator;
import dev.retort.migrate.Transactions;
import dev.retort.migrate.UnfinishedRevision;
import dev.retort.predecessor.Predecessor;
import dev.retort.revision.RevisionRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Migrates a PostgreSQL database, usually as the first thing that an application does:
 *
 * <pre>{@code
 * Retort.on(dataSource).upgrade();
 * }</pre>
 *
 * <p>Any number of processes may do that at once: one applies, the others wait. Every revision is
 * one transaction; on a database that has none yet, several share one ({@link
 * #transactions(Transactions)}). The lock that this needs belongs to a session, so the connection
 * must stay with one process of the server: a pooler in between must not be in transaction mode
 * (PgBouncer's {@code pool_mode = transaction}), or the revision is rolled back and refused with
 * RT523.
 *
 * <p>The role's or database's {@code statement_timeout} and the timeouts of idle or long
 * transactions do not hold for revisions. The search path is set anew after each statement or step
 * of a revision's own, and settings that one changes with {@code SET} are put back at the end of
 * the revision, so that nothing of it reaches the next revision or the pool. Temporary tables and
 * session locks are not, nor settings of one's own such as {@code app.tenant}, which PostgreSQL
 * does not list: they are for {@code SET LOCAL}.
 *
 * <p>The role of the data source needs USAGE on the schema; SELECT, INSERT and DELETE on {@code
 * retort_version}, SELECT and INSERT on {@code retort_history}, or CREATE on the schema where these
 * are not there yet; and what its revisions need. Where there is nothing to do, USAGE and SELECT on
 * {@code retort_version} are enough, and the session may be read-only. What is missing is told
 * before anything is changed (RT524, RT525).
 *
 * <p>Immutable and safe for use by several threads; the methods that set something give a new
 * instance and throw {@link IllegalArgumentException} for a value that is out of bounds. Whatever
 * is refused or fails while migrating is a {@link dev.retort.problem.RetortException}, except what
 * a {@link MigrationListener} throws: that ends the migration and is passed on as it is.
 */
public final class Retort {

  private final DataSource dataSource;
  private final MigrationSettings settings;
  private final MigrationListener listener;
  private final Optional<RevisionRegistry> registry;

  private Retort(
      DataSource dataSource,
      MigrationSettings settings,
      MigrationListener listener,
      Optional<RevisionRegistry> registry) {
    this.dataSource = requireNonNull(dataSource, "dataSource");
    this.settings = settings;
    this.listener = requireNonNull(listener, "listener");
    this.registry = registry;
  }

  /** A migrator of the data source's database. No connection is opened before it is needed. */
  public static Retort on(DataSource dataSource) {
    return new Retort(
        dataSource, MigrationSettings.DEFAULT, MigrationListener.NONE, Optional.empty());
  }

  /**
   * Migrates in the given schema instead of {@code public}: names without a namespace mean it, and
   * it holds Retort's own tables. It is created where it does not exist. Not {@code $user}, nor a
   * schema of the system.
   *
   * @throws IllegalArgumentException if it is one of these, or longer than the 63 bytes that
   *     PostgreSQL takes of a name
   */
  public Retort schema(String schema) {
    return with(settings.withSchema(schema));
  }

  /** How long to wait while another process migrates, at most 24 days; 5 minutes unless set. */
  public Retort lockWaitTimeout(Duration wait) {
    return with(settings.withLockWait(wait));
  }

  /**
   * How long a statement may wait for a lock before its revision is rolled back and tried again, so
   * that the application's queries that queue behind it get through; 5 seconds unless set, zero for
   * no limit, else a millisecond to 24 days. A revision may say otherwise ({@code lockTimeout} of
   * its {@code @Migration}).
   */
  public Retort statementLockTimeout(Duration timeout) {
    return with(settings.withLockTimeout(timeout));
  }

  /**
   * How long a statement may take before PostgreSQL cancels it and its revision is rolled back; no
   * limit unless set, whatever limits the role has, which are meant for the application's queries.
   * Zero for no limit, else a millisecond to 24 days. A revision may say otherwise ({@code
   * statementTimeout} of its {@code @Migration}).
   */
  public Retort statementTimeout(Duration timeout) {
    return with(settings.withStatementTimeout(timeout));
  }

  /** How often a revision that meets locks or deadlocks is tried; 10 times unless set. */
  public Retort lockAttempts(int attempts) {
    return with(settings.withLockAttempts(attempts));
  }

  /** What the history is to hold beside each revision that is run: the release, for example. */
  public Retort tag(String tag) {
    return with(settings.withTag(tag));
  }

  /**
   * How the revisions of one migration are divided into transactions: {@link
   * Transactions#AUTOMATIC} unless set.
   */
  public Retort transactions(Transactions mode) {
    return with(settings.withTransactions(mode));
  }

  /**
   * How processes that migrate at once keep out of each other's way: {@link Locking#SESSION} unless
   * set. {@link Locking#TRANSACTION} is for a connection through a pooler in transaction mode.
   */
  public Retort locking(Locking way) {
    return with(settings.withLocking(way));
  }

  /** Takes the revisions from this registry instead of the one on the class path. */
  public Retort registry(RevisionRegistry otherRegistry) {
    return new Retort(dataSource, settings, listener, Optional.of(otherRegistry));
  }

  /** Tells this listener, instead of one set before, of each revision that is run. */
  public Retort listener(MigrationListener otherListener) {
    return new Retort(dataSource, settings, otherListener, registry);
  }

  /** Applies all that is missing: brings the database to the head, or heads of all branches. */
  public UpgradeResult upgrade() {
    return upgrade("heads");
  }

  /**
   * Applies what is missing up to a target.
   *
   * @param target {@code head} where there is only one, {@code heads}, {@code +2} for the next two
   *     revisions, a revision's id or the beginning of one, also with steps after it ({@code
   *     3f2a+1}), or a branch's label; with {@code label@} before it for one branch and what that
   *     depends on ({@code billing@head}, {@code billing@+1})
   */
  public UpgradeResult upgrade(String target) {
    MigrationOutcome outcome = migrator().migrate(MigrationRequest.upgrade(target));
    return new UpgradeResult(outcome.from(), outcome.to(), outcome.revisions());
  }

  /**
   * Applies all that is missing in each of several schemas, those of tenants for example: each as
   * {@link #schema(String)} and {@link #upgrade()} would, with its own lock, tables and history. A
   * schema that fails does not keep the others from it; {@link SchemaUpgrades#orThrow()} makes one
   * exception of all failures.
   *
   * <p>A {@link MigrationListener} is told by several threads at once.
   *
   * @param schemas their names, of at most 63 bytes each; one that is there twice counts once
   * @param atOnce how many are upgraded at the same time, each with a connection; at least 1
   * @throws IllegalArgumentException if a name or number is out of bounds; nothing was run then
   */
  public SchemaUpgrades upgradeSchemas(Collection<String> schemas, int atOnce) {
    Retort among = with(settings.withRunsAtOnce(atOnce));
    Map<String, Retort> each = new HashMap<>();
    schemas.forEach(name -> each.put(name, among.schema(name)));
    return SchemaRuns.run(schemas, atOnce, name -> each.get(name).upgrade());
  }

  /**
   * Makes sure that the database has all revisions, and changes nothing: for an application that
   * does not migrate its database itself and must not start on one that is behind (RT535). One
   * statement where nothing is missing, as for {@link #upgrade()}.
   */
  public void verify() {
    migrator().verify();
  }

  /**
   * Takes revisions back, newest first, until the database is at a target. Refused as a whole,
   * before anything is run, if the downgrade of one of them is empty and its upgrade is not.
   *
   * @param target {@code base}, {@code -1} for the newest revision, or the id (or the beginning of
   *     one) of the revision that is to be the newest; with {@code label@} before it for one branch
   *     and what depends on it ({@code billing@base}, {@code billing@-1})
   */
  public DowngradeResult downgrade(String target) {
    MigrationOutcome outcome = migrator().migrate(MigrationRequest.downgrade(target));
    return new DowngradeResult(outcome.from(), outcome.to(), outcome.revisions());
  }

  /**
   * Says what {@link #upgrade(String)} would do: its statements in order, and which tables they
   * lock, with their sizes. Refused where that would be refused. Runs nothing and takes no lock, so
   * another process may migrate meanwhile.
   */
  public DryRun dryRunUpgrade(String target) {
    return migrator().dryRun(MigrationRequest.upgrade(target));
  }

  /** Says what {@link #downgrade(String)} would do, as {@link #dryRunUpgrade} does. */
  public DryRun dryRunDowngrade(String target) {
    return migrator().dryRun(MigrationRequest.downgrade(target));
  }

  /**
   * Compares what the database has with what the revisions that it is at have made of it, and says
   * which revisions it lacks. Changes nothing; the role needs the privilege to create temporary
   * tables, in which the server reads the expressions that are compared. The tables of Flyway,
   * Liquibase and Alembic, which an import leaves, are told and are no differences.
   *
   * @param ignored tables in Retort's schema that are not its business
   */
  public DatabaseCheck check(String... ignored) {
    return checker().check(List.of(ignored));
  }

  /**
   * What the database has, whatever its revisions say.
   *
   * @param ignored tables in Retort's schema to leave out, besides Retort's own
   */
  public LiveSchema live(String... ignored) {
    Set<String> except = new TreeSet<>(List.of(ignored));
    except.addAll(DatabaseRecords.TABLES);
    return records()
        .read(connection -> CatalogReader.read(connection, settings.schema(), List.of(), except));
  }

  /**
   * Goes on where another tool stopped: compares the database with what the revisions up to a
   * target make of nothing, and where it is that, records that it is there. No table is touched;
   * those of the other tool are left out of the comparison.
   *
   * @param target as for {@link #stamp}; most often {@code heads}
   */
  public ImportResult importFrom(Predecessor tool, String target) {
    return checker().importFrom(tool, target);
  }

  /**
   * Records that the database is at a target without running anything. What is recorded of other
   * branches stays. Refused where a revision is recorded that this application does not have; there
   * {@link #purgeAndStamp} helps. The history keeps the earlier entries and gets one for each head
   * of the target, and the log names what was recorded before.
   *
   * @param target {@code head}, {@code heads}, {@code base}, an id or the beginning of one, a
   *     branch's label, {@code label@head}; several with spaces or commas between them
   */
  public void stamp(String target) {
    migrator().migrate(MigrationRequest.stamp(target));
  }

  /**
   * Forgets whatever is recorded of the database's revision, even revisions that this application
   * does not have, and then does what {@link #stamp} does.
   */
  public void purgeAndStamp(String target) {
    migrator().migrate(MigrationRequest.purge(target));
  }

  /**
   * Accepts that revisions which were applied have been changed since: records them as they are
   * now, so that they are no longer refused with RT508. Nothing else is run, so this is right only
   * where the database has what the change would give it. The history gets a line for each of them.
   *
   * @return the ids of these revisions, in order; none if all are as they were applied
   */
  public List<String> repair() {
    return migrator().migrate(MigrationRequest.repair()).revisions().stream()
        .map(AppliedRevision::id)
        .toList();
  }

  /**
   * Creates Retort's own tables where they are missing, and applies nothing: whoever may do that
   * need not be who migrates later.
   */
  public void ensureVersion() {
    records().ensure();
  }

  /** The revisions that the database is at: none at base, one ordinarily. */
  public List<AppliedHead> current() {
    return records().heads();
  }

  /**
   * The revision that was begun and has not ended, because the process was killed or an operation
   * failed that runs outside a transaction; the next upgrade or downgrade finishes it first.
   */
  public Optional<UnfinishedRevision> unfinished() {
    return records().unfinished();
  }

  /** Everything that was done to the database, oldest first. */
  public List<HistoryEntry> history() {
    return records().history();
  }

  private RevisionRegistry revisions() {
    return registry.isPresent() ? registry.get() : Registries.only(Registries.applicationLoader());
  }

  private Migrator migrator() {
    return new Migrator(dataSource, revisions(), settings, listener);
  }

  private DatabaseChecker checker() {
    return new DatabaseChecker(dataSource, revisions(), settings);
  }

  private DatabaseRecords records() {
    return new DatabaseRecords(dataSource, settings);
  }

  private Retort with(MigrationSettings otherSettings) {
    return new Retort(dataSource, otherSettings, listener, registry);
  }
}
