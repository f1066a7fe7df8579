package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

import dev.retort.postgres.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to migrate.
 *
 * @param schema the namespace that unqualified names mean and that holds Retort's own tables; not
 *     one of the system's, nor {@code $user}, which PostgreSQL replaces in a search path
 * @param lockWait how long to wait for another process that migrates; at most {@link #LONGEST_WAIT}
 * @param lockTimeout how long a statement may wait for a lock before its revision is rolled back
 *     and tried again, so that what queues behind it is let through; zero for no limit, else a
 *     millisecond to {@link #LONGEST_WAIT}
 * @param lockAttempts how often a revision is tried when it meets locks or deadlocks; at least 1
 * @param tag what the history is to hold beside each revision that is run, such as a release
 * @param transactions how the revisions are divided into transactions
 * @param runsAtOnce among how many migrations at a time the server's locks are shared; at least 1
 */
public record MigrationSettings(
    String schema,
    Duration lockWait,
    Duration lockTimeout,
    int lockAttempts,
    Optional<String> tag,
    Transactions transactions,
    int runsAtOnce) {

  /** PostgreSQL's limit: its timeouts are 32-bit numbers of milliseconds, some 24 days. */
  public static final Duration LONGEST_WAIT = Duration.ofMillis(Integer.MAX_VALUE);

  public static final MigrationSettings DEFAULT =
      new MigrationSettings(
          "public",
          Duration.ofMinutes(5),
          Duration.ofSeconds(5),
          10,
          Optional.empty(),
          Transactions.AUTOMATIC,
          1);

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException if one is outside its bounds
   */
  public MigrationSettings {
    requireNonNull(lockWait, "lockWait");
    requireNonNull(lockTimeout, "lockTimeout");
    requireNonNull(transactions, "transactions");
    if (schema.isEmpty() || schema.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a schema's name: '" + schema + "'");
    }
    if (schema.equals("$user") || schema.startsWith("pg_") || schema.equals("information_schema")) {
      throw new IllegalArgumentException(
          "schema '" + schema + "' is PostgreSQL's own or, for $user, not the name of any");
    }
    requireBounds("lockWaitTimeout", lockWait);
    requireBounds("statementLockTimeout", lockTimeout);
    if (!lockTimeout.isZero() && lockTimeout.toMillis() == 0) {
      throw new IllegalArgumentException(
          "statementLockTimeout is "
              + lockTimeout
              + ", PostgreSQL counts milliseconds: zero (no"
              + " limit) or at least 1 ms");
    }
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
    statements.add("SET " + scope + "lock_timeout = " + lockTimeout.toMillis());
    statements.add("SET " + scope + "statement_timeout = 0");
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
    statements.add("SET LOCAL lock_timeout = " + lockTimeout.toMillis());
    for (String timeout : limited) {
      statements.add("SET LOCAL " + timeout + " = 0");
    }
    statements.add("SET LOCAL search_path = " + searchPath());
    return statements;
  }

  private static void requireBounds(String name, Duration time) {
    if (time.isNegative() || time.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          name + " is " + time + ", which is not between zero and " + LONGEST_WAIT);
    }
  }

  public MigrationSettings withSchema(String newSchema) {
    return new MigrationSettings(
        newSchema, lockWait, lockTimeout, lockAttempts, tag, transactions, runsAtOnce);
  }

  public MigrationSettings withLockWait(Duration wait) {
    return new MigrationSettings(
        schema, wait, lockTimeout, lockAttempts, tag, transactions, runsAtOnce);
  }

  public MigrationSettings withLockTimeout(Duration timeout) {
    return new MigrationSettings(
        schema, lockWait, timeout, lockAttempts, tag, transactions, runsAtOnce);
  }

  public MigrationSettings withLockAttempts(int attempts) {
    return new MigrationSettings(
        schema, lockWait, lockTimeout, attempts, tag, transactions, runsAtOnce);
  }

  public MigrationSettings withTag(String newTag) {
    return new MigrationSettings(
        schema, lockWait, lockTimeout, lockAttempts, Optional.of(newTag), transactions, runsAtOnce);
  }

  public MigrationSettings withTransactions(Transactions mode) {
    return new MigrationSettings(
        schema, lockWait, lockTimeout, lockAttempts, tag, mode, runsAtOnce);
  }

  public MigrationSettings withRunsAtOnce(int runs) {
    return new MigrationSettings(
        schema, lockWait, lockTimeout, lockAttempts, tag, transactions, runs);
  }
}
