package dev.retort.maven;

import org.apache.maven.plugins.annotations.Parameter;

/** A goal that runs revisions, or tells what it would run. */
abstract class MigratingMojo extends LockingMojo {

  /** Print a script that psql runs in place of this goal; without a database. */
  @Parameter(property = "retort.sql", defaultValue = "false")
  private boolean sql;

  /** Tell the statements that would be run, and which tables they lock; run nothing. */
  @Parameter(property = "retort.dry-run", defaultValue = "false")
  private boolean dryRun;

  /** What the history is to hold beside each revision: a release, for example. */
  @Parameter(property = "retort.tag")
  private String tag;

  /** The command with its options, and a target. */
  final Arguments migrating(String command, String target) {
    return locking(
            Arguments.of(command).flag("--sql", sql).flag("--dry-run", dryRun).option("--tag", tag))
        .positional(target);
  }
}
