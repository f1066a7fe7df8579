package dev.retort.migrate;

import dev.retort.revision.RevisionInfo;
import java.util.List;

/**
 * One revision to run, and what is then recorded.
 *
 * @param revision the revision
 * @param direction what to do with it
 * @param removedHeads the recorded heads that are none afterwards
 * @param addedHeads the heads that are new afterwards
 */
public record MigrationStep(
    RevisionInfo revision,
    Direction direction,
    List<String> removedHeads,
    List<AppliedHead> addedHeads) {

  public MigrationStep {
    removedHeads = List.copyOf(removedHeads);
    addedHeads = List.copyOf(addedHeads);
  }
}
