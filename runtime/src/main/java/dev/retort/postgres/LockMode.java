package dev.retort.postgres;

import java.util.Locale;

/**
 * PostgreSQL's modes of locks on tables, from the weakest to the strongest, as its documentation
 * lists them ("Explicit Locking").
 */
public enum LockMode {
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** As SQL writes it: {@code ACCESS EXCLUSIVE}. */
  public String words() {
    return name().replace('_', ' ');
  }

  /** The mode that {@code pg_locks} calls, for example, {@code AccessExclusiveLock}. */
  public static LockMode ofCatalog(String mode) {
    String words = mode.replaceAll("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return valueOf(words.toUpperCase(Locale.ROOT));
  }

  /** The stronger of two modes. */
  public static LockMode stronger(LockMode one, LockMode other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Whether nobody can read the table meanwhile. */
  public boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  /** Whether nobody can write to the table meanwhile. */
  public boolean blocksWrites() {
    return compareTo(SHARE) >= 0;
  }
}
