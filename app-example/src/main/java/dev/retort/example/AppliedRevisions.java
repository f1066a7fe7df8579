package dev.retort.example;

import dev.retort.migrate.AppliedRevision;
import dev.retort.migrate.Direction;
import dev.retort.migrate.MigrationListener;

/** Tells of each revision as soon as it is applied. */
record AppliedRevisions(Output output) implements MigrationListener {

  @Override
  public void finished(Direction direction, AppliedRevision revision) {
    output.applied(revision.id(), revision.message(), revision.duration());
  }
}
