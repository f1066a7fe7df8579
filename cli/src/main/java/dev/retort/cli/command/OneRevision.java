package dev.retort.cli.command;

import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.List;
import java.util.Map;

/** A registry of one revision that can be recorded, and not be run. */
record OneRevision(RevisionInfo revision) implements RevisionRegistry {

  @Override
  public Map<String, String> heads() {
    return Map.of(revision.id(), revision.checksum());
  }

  @Override
  public List<RevisionInfo> revisions() {
    return List.of(revision);
  }

  @Override
  public Revision create(String id) {
    throw new IllegalArgumentException("revision " + id + " was not compiled into a class yet");
  }
}
