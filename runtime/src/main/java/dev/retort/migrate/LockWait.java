package dev.retort.migrate;

import java.sql.SQLException;
import java.util.List;

/** Somebody who waits for the migration lock. */
interface LockWait {

  /** Waits for the lock whatever happens meanwhile, and tells nobody. */
  LockWait SILENT =
      new LockWait() {
        @Override
        public void told(List<String> holders) {}

        @Override
        public boolean isOver() {
          return false;
        }
      };

  /**
   * Is told once, where it takes longer than a second.
   *
   * @param holders who has the lock; empty where it has just been released
   */
  void told(List<String> holders);

  /** Whether the lock is not needed any more; asked while nobody migrates. */
  boolean isOver() throws SQLException;
}
