package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import java.util.List;

/**
 * Is told of each revision that is run, on the migrating thread. An exception that it throws ends
 * the migration and reaches the caller as it is; a revision that has finished stays applied.
 */
public interface MigrationListener {

  /** A listener that does nothing. */
  MigrationListener NONE = new MigrationListener() {};

  /**
   * Another process is migrating the database, and this one waits for it; told once, where that
   * takes longer than a second.
   *
   * @param holders who that is, in words; empty where it has just ended
   */
  default void waiting(List<String> holders) {}

  /**
   * These revisions are about to run, in this order; not told where there is nothing to do.
   *
   * @param revisions at least one
   */
  default void planned(Direction direction, List<RevisionInfo> revisions) {}

  /** A revision is about to run; those that share a transaction are told one after the other. */
  default void started(Direction direction, RevisionInfo revision) {}

  /** A revision met locks, was rolled back, and is about to be tried again; told each time. */
  default void retrying(LockRetry retry) {}

  /** A backfill has committed another lot. */
  default void progressed(BackfillProgress progress) {}

  /**
   * A revision has been run and committed. Those that share a transaction are told in order after
   * its commit, so that an exception at one of them takes none of them back.
   */
  default void finished(Direction direction, AppliedRevision revision) {}
}
