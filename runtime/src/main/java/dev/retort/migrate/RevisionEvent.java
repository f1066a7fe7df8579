package dev.retort.migrate;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A revision that was run, from its beginning to its commit or its failure. */
@Name("dev.retort.Revision")
@Label("Revision")
@Category("Retort")
@Description("A revision was run on the database")
@StackTrace(false)
final class RevisionEvent extends Event {

  @Label("Schema")
  String schema;

  @Label("Revision")
  String revision;

  @Label("Message")
  String message;

  @Label("Direction")
  String direction;

  @Label("Committed")
  @Description("Whether it was committed; those that share a transaction are committed together")
  boolean committed;
}
