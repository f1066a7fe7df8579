package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.FlightRecorder;

/**
 * Writes what a migration does as events into the recordings of Java Flight Recorder, and tells
 * another listener too.
 *
 * <p>Only where the recorder runs already: the first event of a Java machine without one would
 * start it, which takes half a second.
 */
final class FlightRecording implements MigrationListener {

  private final String schema;
  private final MigrationListener other;
  private final Map<String, RevisionEvent> begun = new LinkedHashMap<>();

  private FlightRecording(String schema, MigrationListener other) {
    this.schema = schema;
    this.other = other;
  }

  /** The listener, and around it the recording if there is one. */
  static MigrationListener around(MigrationListener listener, String schema) {
    return isRunning() ? new FlightRecording(schema, listener) : listener;
  }

  /** A Java machine may have been linked without the recorder. */
  private static boolean isRunning() {
    return ModuleLayer.boot().findModule("jdk.jfr").isPresent() && FlightRecorder.isInitialized();
  }

  /** Writes what has begun and not finished as failed. */
  static void end(MigrationListener listener) {
    if (listener instanceof FlightRecording recording) {
      recording.begun.values().forEach(RevisionEvent::commit);
      recording.begun.clear();
    }
  }

  @Override
  public void waiting(List<String> holders) {
    LockWaitEvent event = new LockWaitEvent();
    event.schema = schema;
    event.holders = String.join("; ", holders);
    event.commit();
    other.waiting(holders);
  }

  @Override
  public void planned(Direction direction, List<RevisionInfo> revisions) {
    other.planned(direction, revisions);
  }

  @Override
  public void started(Direction direction, RevisionInfo revision) {
    RevisionEvent event = new RevisionEvent();
    event.schema = schema;
    event.revision = revision.id();
    event.message = revision.message();
    event.direction = direction.word();
    event.begin();
    begun.put(revision.id(), event);
    other.started(direction, revision);
  }

  @Override
  public void retrying(LockRetry retry) {
    LockRetryEvent event = new LockRetryEvent();
    event.schema = schema;
    event.revision = retry.revision().id();
    event.attempt = retry.attempt();
    event.reason = retry.reason();
    event.commit();
    other.retrying(retry);
  }

  @Override
  public void progressed(BackfillProgress progress) {
    other.progressed(progress);
  }

  @Override
  public void finished(Direction direction, AppliedRevision revision) {
    RevisionEvent event = begun.remove(revision.id());
    if (event != null) {
      event.committed = true;
      event.commit();
    }
    other.finished(direction, revision);
  }
}
