package dev.retort.migrate;

/**
 * How processes that migrate the same schema at once keep out of each other's way. Processes with
 * different ways do so too: it is the same lock.
 */
public enum Locking {
  /**
   * One process holds the lock, an advisory lock of its session, from before it looks at the
   * database until it is done. Needs a connection that stays with one process of the server.
   */
  SESSION,

  /**
   * The lock is taken in each transaction anew, which looks again at what is recorded, and ends
   * with it: for connections through a pooler in transaction mode. Revisions that run in parts,
   * outside of transactions, are refused.
   */
  TRANSACTION
}
