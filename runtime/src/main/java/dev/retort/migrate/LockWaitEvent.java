package dev.retort.migrate;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The beginning of a wait for another process that migrates. */
@Name("dev.retort.LockWait")
@Label("Wait for the Migration Lock")
@Category("Retort")
@Description("Another process is migrating the database, and this one begins to wait for it")
@StackTrace(false)
final class LockWaitEvent extends Event {

  @Label("Schema")
  String schema;

  @Label("Holders")
  String holders;
}
