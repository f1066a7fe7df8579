package dev.retort;

import dev.retort.migrate.UnfinishedRevision;
import dev.retort.operation.Operation;
import dev.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;

/**
 * How a database compares with the revisions of the application.
 *
 * @param heads the ids of the revisions that it is at
 * @param pending the revisions that it lacks, in order
 * @param differences the operations that would make it what the revisions that it is at have made
 *     of it; none if it is that
 * @param beyond what it has and is not compared, a line each: what the schema model cannot express,
 *     and the tables of other tools that migrated it; no differences
 * @param unfinished the revision that was begun and has not ended, whose operations are among the
 *     differences; see {@link Retort#unfinished}
 */
public record DatabaseCheck(
    List<String> heads,
    List<RevisionInfo> pending,
    List<Operation> differences,
    List<String> beyond,
    Optional<UnfinishedRevision> unfinished) {

  public DatabaseCheck {
    heads = List.copyOf(heads);
    pending = List.copyOf(pending);
    differences = List.copyOf(differences);
    beyond = List.copyOf(beyond);
  }

  /** Whether nothing is pending, nothing is unfinished and nothing differs. */
  public boolean agrees() {
    return pending.isEmpty() && unfinished.isEmpty() && differences.isEmpty();
  }
}
