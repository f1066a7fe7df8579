package dev.retort.revision;

import dev.retort.operation.Operations;

/**
 * The two ways of one step in the history of the database.
 *
 * <p>Both methods only record. They are run by the compiler to check the chain and by the migrator
 * to migrate, and must record the same each time: no clock, no random numbers, no input.
 */
public interface Revision {

  /** Records the way from the down revision to this one. */
  void upgrade(Operations op);

  /** Records the way back to the down revision. */
  void downgrade(Operations op);
}
