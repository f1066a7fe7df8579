package dev.retort.migrate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How to migrate.
 *
 * @param schema the namespace that unqualified names mean and that holds Retort's own tables
 * @param lockWait how long to wait for another process that migrates
 * @param lockTimeout how long a statement may wait for a lock before its revision is rolled back
 *     and tried again, so that what queues behind it is let through; zero for no limit
 * @param lockAttempts how often a revision is tried when it meets locks or deadlocks; at least 1
 */
public record MigrationSettings(
    String schema, Duration lockWait, Duration lockTimeout, int lockAttempts) {

  public static final MigrationSettings DEFAULT =
      new MigrationSettings("public", Duration.ofMinutes(5), Duration.ofSeconds(5), 10);

  public MigrationSettings {
    requireNonNull(lockWait, "lockWait");
    requireNonNull(lockTimeout, "lockTimeout");
    if (schema.isEmpty() || schema.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a schema's name: '" + schema + "'");
    }
    if (lockWait.isNegative() || lockTimeout.isNegative()) {
      throw new IllegalArgumentException("a time to wait must not be negative");
    }
    if (lockAttempts < 1) {
      throw new IllegalArgumentException("a revision must be tried at least once");
    }
  }

  public MigrationSettings withSchema(String newSchema) {
    return new MigrationSettings(newSchema, lockWait, lockTimeout, lockAttempts);
  }

  public MigrationSettings withLockWait(Duration wait) {
    return new MigrationSettings(schema, wait, lockTimeout, lockAttempts);
  }

  public MigrationSettings withLockTimeout(Duration timeout) {
    return new MigrationSettings(schema, lockWait, timeout, lockAttempts);
  }

  public MigrationSettings withLockAttempts(int attempts) {
    return new MigrationSettings(schema, lockWait, lockTimeout, attempts);
  }
}
