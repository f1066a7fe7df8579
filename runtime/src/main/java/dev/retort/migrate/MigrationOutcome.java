package dev.retort.migrate;

import java.util.List;

/**
 * What a migration did.
 *
 * @param from the ids of the heads before
 * @param to the ids of the heads now
 * @param revisions the revisions that were run, in order
 */
public record MigrationOutcome(
    List<String> from, List<String> to, List<AppliedRevision> revisions) {

  public MigrationOutcome {
    from = List.copyOf(from);
    to = List.copyOf(to);
    revisions = List.copyOf(revisions);
  }

  /** Nothing was done to a database that was where it should be. */
  static MigrationOutcome nothingAt(RecordedState state) {
    return new MigrationOutcome(state.ids(), state.ids(), List.of());
  }
}
