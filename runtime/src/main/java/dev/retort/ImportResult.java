package dev.retort;

import dev.retort.operation.Operation;
import dev.retort.predecessor.PredecessorHistory;
import java.util.List;

/**
 * What became of an import.
 *
 * @param history what the other tool has recorded
 * @param to the ids of the revisions that the database is recorded to be at now; empty where it
 *     differs, and nothing was recorded
 * @param differences the operations that would make the database what these revisions make; the
 *     database is as it was
 * @param beyond what the database has and the schema model cannot express, a line each
 */
public record ImportResult(
    PredecessorHistory history, List<String> to, List<Operation> differences, List<String> beyond) {

  public ImportResult {
    to = List.copyOf(to);
    differences = List.copyOf(differences);
    beyond = List.copyOf(beyond);
  }

  /** Whether the database is Retort's from now on. */
  public boolean imported() {
    return differences.isEmpty();
  }
}
