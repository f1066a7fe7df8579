package dev.retort.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.retort.postgres.Identifiers;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.Timeouts;
import dev.retort.schema.Names;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to migrate.
 *
 * @param schema the namespace that unqualified names mean and that holds Retort's own tables; not
 *     one of the system's, nor {@code $user}, which PostgreSQL replaces in a search path; at most
 *     63 bytes in UTF-8, as PostgreSQL cuts off what is longer
 * @param lockWait how long to wait for another process that migrates; at most {@link
 *     Timeouts#LONGEST}
 * @param lockTimeout how long a statement may wait for a lock before its revision is rolled back
 *     and tried again, so that what queues behind it is let through; zero for no limit, else a
 *     millisecond to {@link Timeouts#LONGEST}
 * @param statementTimeout how long a statement may take; zero for no limit, else a millisecond to
 *     {@link Timeouts#LONGEST}
 * @param lockAttempts how often a revision is tried when it meets locks or deadlocks; at least 1
 * @param tag what the history is to hold beside each revision that is run, such as a release
 * @param transactions how the revisions are divided into transactions
 * @param locking how processes that migrate at once keep out of each other's way
 * @param runsAtOnce among how many migrations at a time the server's locks are shared; at least 1
 */
public record MigrationSettings(
    String schema,
    Duration lockWait,
    Duration lockTimeout,
    Duration statementTimeout,
    int lockAttempts,
    Optional<String> tag,
    Transactions transactions,
    Locking locking,
    int runsAtOnce) {

  private static final String LOCK_TIMEOUT = "lock_timeout";

  private static final String STATEMENT_TIMEOUT = "statement_timeout";

  private static final String SEARCH_PATH = "search_path";

  public static final MigrationSettings DEFAULT =
      new MigrationSettings(
          "public",
          Duration.ofMinutes(5),
          Duration.ofSeconds(5),
          Duration.ZERO,
          10,
          Optional.empty(),
          Transactions.AUTOMATIC,
          Locking.SESSION,
          1);

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is outside its bounds
   */
  public MigrationSettings {
    requireNonNull(lockWait, "lockWait");
    requireNonNull(lockTimeout, "lockTimeout");
    requireNonNull(statementTimeout, "statementTimeout");
    requireNonNull(transactions, "transactions");
    requireNonNull(locking, "locking");
    if (schema.isEmpty() || schema.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a schema's name: '" + schema + "'");
    }
    if (schema.equals("$user") || schema.startsWith("pg_") || schema.equals("information_schema")) {
      throw new IllegalArgumentException(
          "schema '" + schema + "' is PostgreSQL's own or, for $user, not the name of any");
    }
    if (schema.getBytes(UTF_8).length > Names.MAX_BYTES) {
      throw new IllegalArgumentException(
          "schema '"
              + schema
              + "' has a name of more than "
              + Names.MAX_BYTES
              + " bytes, of which PostgreSQL would cut off the end");
    }
    requireBounds("lockWaitTimeout", lockWait);
    requireMillis("statementLockTimeout", lockTimeout);
    requireMillis("statementTimeout", statementTimeout);
    if (runsAtOnce < 1) {
      throw new IllegalArgumentException("at least one schema is upgraded at a time");
    }
    if (lockAttempts < 1) {
      throw new IllegalArgumentException("a revision must be tried at least once");
    }
    if (tag.isPresent() && (tag.get().isBlank() || tag.get().indexOf('\0') >= 0)) {
      throw new IllegalArgumentException("not a tag: '" + tag.get() + "'");
    }
  }

  /** What PostgreSQL's setting {@code search_path} is to be while migrating. */
  String searchPath() {
    return Identifiers.quote(schema) + ", pg_temp";
  }

  /**
   * The statements that set what holds while a revision runs. Timeouts that a role or a database
   * sets for the application's queries are not meant for migrations.
   *
   * @param scope {@code "LOCAL "} for the transaction alone, or empty for the session
   */
  List<String> ofSession(Connection connection, String scope) throws SQLException {
    List<String> statements = new ArrayList<>();
    statements.addAll(timeouts(scope));
    statements.add("SET " + scope + "idle_in_transaction_session_timeout = 0");
    if (connection.getMetaData().getDatabaseMajorVersion() >= 17) {
      statements.add("SET " + scope + "transaction_timeout = 0");
    }
    statements.add("SET " + scope + "search_path = " + searchPath());
    return statements;
  }

  /**
   * The same for one transaction.
   *
   * @param limited the timeouts of the session that are set, among those that are to be off
   */
  List<String> ofTransaction(List<String> limited) {
    List<String> statements = new ArrayList<>();
    statements.add(setting("LOCAL ", LOCK_TIMEOUT, lockTimeout));
    if (!statementTimeout.isZero()) {
      statements.add(setting("LOCAL ", STATEMENT_TIMEOUT, statementTimeout));
    }
    for (String timeout : limited) {
      if (statementTimeout.isZero() || !timeout.equals(STATEMENT_TIMEOUT)) {
        statements.add("SET LOCAL " + timeout + " = 0");
      }
    }
    statements.add("SET LOCAL search_path = " + searchPath());
    return statements;
  }

  /** The names of what {@link #ofTransaction} sets. */
  Set<String> localNames(List<String> limited) {
    Set<String> names = new HashSet<>(limited);
    names.addAll(List.of(LOCK_TIMEOUT, STATEMENT_TIMEOUT, SEARCH_PATH));
    return names;
  }

  /** The settings while a revision runs: it may have timeouts of its own. */
  MigrationSettings during(RevisionInfo revision) {
    Timeouts own = revision.timeouts();
    return own.areNone()
        ? this
        : with(own.lock().orElse(lockTimeout), own.statement().orElse(statementTimeout));
  }

  /** The statements that limit how long statements wait and take. */
  List<String> timeouts(String scope) {
    return List.of(
        setting(scope, LOCK_TIMEOUT, lockTimeout),
        setting(scope, STATEMENT_TIMEOUT, statementTimeout));
  }

  private static String setting(String scope, String name, Duration time) {
    return "SET " + scope + name + " = " + time.toMillis();
  }

  private static void requireMillis(String name, Duration time) {
    requireBounds(name, time);
    if (!time.isZero() && time.toMillis() == 0) {
      throw new IllegalArgumentException(
          name
              + " is "
              + time
              + ", PostgreSQL counts milliseconds: zero (no"
              + " limit) or at least 1 ms");
    }
  }

  private static void requireBounds(String name, Duration time) {
    if (time.isNegative() || time.compareTo(Timeouts.LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " is " + time + ", which is not between zero and " + Timeouts.LONGEST);
    }
  }

  public MigrationSettings withSchema(String newSchema) {
    return new MigrationSettings(
        newSchema,
        lockWait,
        lockTimeout,
        statementTimeout,
        lockAttempts,
        tag,
        transactions,
        locking,
        runsAtOnce);
  }

  public MigrationSettings withLockWait(Duration wait) {
    return new MigrationSettings(
        schema,
        wait,
        lockTimeout,
        statementTimeout,
        lockAttempts,
        tag,
        transactions,
        locking,
        runsAtOnce);
  }

  public MigrationSettings withLockTimeout(Duration timeout) {
    return with(timeout, statementTimeout);
  }

  public MigrationSettings withStatementTimeout(Duration timeout) {
    return with(lockTimeout, timeout);
  }

  private MigrationSettings with(Duration lock, Duration statement) {
    return new MigrationSettings(
        schema, lockWait, lock, statement, lockAttempts, tag, transactions, locking, runsAtOnce);
  }

  public MigrationSettings withLockAttempts(int attempts) {
    return new MigrationSettings(
        schema,
        lockWait,
        lockTimeout,
        statementTimeout,
        attempts,
        tag,
        transactions,
        locking,
        runsAtOnce);
  }

  public MigrationSettings withTag(String newTag) {
    return new MigrationSettings(
        schema,
        lockWait,
        lockTimeout,
        statementTimeout,
        lockAttempts,
        Optional.of(newTag),
        transactions,
        locking,
        runsAtOnce);
  }

  public MigrationSettings withTransactions(Transactions mode) {
    return new MigrationSettings(
        schema,
        lockWait,
        lockTimeout,
        statementTimeout,
        lockAttempts,
        tag,
        mode,
        locking,
        runsAtOnce);
  }

  public MigrationSettings withLocking(Locking way) {
    return new MigrationSettings(
        schema,
        lockWait,
        lockTimeout,
        statementTimeout,
        lockAttempts,
        tag,
        transactions,
        way,
        runsAtOnce);
  }

  public MigrationSettings withRunsAtOnce(int runs) {
    return new MigrationSettings(
        schema,
        lockWait,
        lockTimeout,
        statementTimeout,
        lockAttempts,
        tag,
        transactions,
        locking,
        runs);
  }
}
