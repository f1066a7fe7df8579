package dev.retort.migrate;

/**
 * How the revisions of one migration are divided into transactions.
 *
 * <p>Whatever is chosen, a revision some of whose operations run outside a transaction ({@code
 * createIndexConcurrently}, {@code backfill}) runs in its parts, between the transactions of what
 * comes before and after it. Revisions that share a transaction also share its beginning and its
 * duration in the history.
 */
public enum Transactions {
  /**
   * On a database for which nothing is recorded, revisions without SQL or code of their own go
   * together, as many as the server's table of locks has room for; where that fails, each of them
   * is tried again in its own transaction. Elsewhere each has its own.
   */
  AUTOMATIC,

  /** Each revision has its own, so that those before one that fails stay applied. */
  PER_REVISION,

  /**
   * One for all of them, so that nothing is left of any if one fails. It holds all locks until the
   * end; thousands of tables may be more than {@code max_locks_per_transaction} allows for.
   */
  SINGLE
}
