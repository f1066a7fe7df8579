package dev.retort.migrate;

import java.util.List;

/**
 * What a migration would do.
 *
 * @param from the ids of the heads now
 * @param to the ids of the heads afterwards
 * @param revisions the revisions that would be run, in order, each in a transaction of its own
 */
public record DryRun(List<String> from, List<String> to, List<PlannedRevision> revisions) {

  public DryRun {
    from = List.copyOf(from);
    to = List.copyOf(to);
    revisions = List.copyOf(revisions);
  }
}
