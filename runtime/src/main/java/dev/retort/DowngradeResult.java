package dev.retort;

import dev.retort.migrate.AppliedRevision;
import java.util.List;

/**
 * What a downgrade did.
 *
 * @param from the ids of the revisions that the database was at
 * @param to the ids of the revisions that it is at now; empty for base
 * @param reverted the revisions that were taken back, newest first
 */
public record DowngradeResult(List<String> from, List<String> to, List<AppliedRevision> reverted) {

  public DowngradeResult {
    from = List.copyOf(from);
    to = List.copyOf(to);
    reverted = List.copyOf(reverted);
  }

  /** Whether anything was taken back; if not, the database was at the target already. */
  public boolean changed() {
    return !reverted.isEmpty();
  }
}
