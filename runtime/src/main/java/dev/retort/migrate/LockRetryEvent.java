package dev.retort.migrate;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A revision that met locks, was rolled back, and is tried again. */
@Name("dev.retort.LockRetry")
@Label("Retry for Locks")
@Category("Retort")
@Description("A revision met locks or a deadlock, was rolled back, and is about to be tried again")
@StackTrace(false)
final class LockRetryEvent extends Event {

  @Label("Schema")
  String schema;

  @Label("Revision")
  String revision;

  @Label("Attempt")
  int attempt;

  @Label("Reason")
  String reason;
}
