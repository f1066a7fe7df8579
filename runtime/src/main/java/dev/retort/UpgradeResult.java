package dev.retort;

import dev.retort.migrate.AppliedRevision;
import java.util.List;

/**
 * What an upgrade did.
 *
 * @param from the ids of the revisions that the database was at; empty for base
 * @param to the ids of the revisions that it is at now
 * @param applied the revisions that were applied, in order
 */
public record UpgradeResult(List<String> from, List<String> to, List<AppliedRevision> applied) {

  public UpgradeResult {
    from = List.copyOf(from);
    to = List.copyOf(to);
    applied = List.copyOf(applied);
  }

  /** Whether anything was applied; if not, the database was at the target already. */
  public boolean changed() {
    return !applied.isEmpty();
  }
}
