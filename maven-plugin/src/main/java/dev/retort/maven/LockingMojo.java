package dev.retort.maven;

import org.apache.maven.plugins.annotations.Parameter;

/** A goal on the compiled revisions that takes the migration lock of the database. */
abstract class LockingMojo extends DatabaseMojo {

  /**
   * How long to wait while another process is migrating: <code>90s</code>, <code>30m</code> or
   * <code>2h</code>, for example; by default <code>5m</code>.
   */
  @Parameter(property = "retort.lock-wait")
  private String lockWait;

  /** With the options that say where the database is, and how long its lock is waited for. */
  final Arguments locking(Arguments arguments) {
    return connected(arguments).option("--lock-wait", lockWait);
  }
}
