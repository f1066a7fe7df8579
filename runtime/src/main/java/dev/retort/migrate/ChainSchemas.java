package dev.retort.migrate;

import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The schemas that revisions make, by replaying them: no database is asked. */
public final class ChainSchemas {

  private final RevisionRegistry registry;
  private final RevisionGraph<RevisionInfo> graph;

  /** The schemas of the registry's revisions, which are a graph. */
  public ChainSchemas(RevisionRegistry registry) {
    this.registry = registry;
    this.graph = RevisionGraph.of(registry.revisions());
  }

  /**
   * The schema of a database that is at the given revisions.
   *
   * @throws MigrationFailedException if a revision throws or cannot be made where it stands
   */
  public Schema at(Collection<String> heads) {
    List<MigrationStep> steps =
        graph.inOrder(graph.withAncestors(heads)).stream()
            .map(graph::get)
            .map(each -> new MigrationStep(each, Direction.UPGRADE, List.of(), List.of()))
            .toList();
    Schema reached = Schema.empty();
    for (RecordedStep recorded :
        new StepRecorder(registry, graph.chain()).record(steps, Optional.empty())) {
      List<Operation> operations =
          recorded.operations().stream().map(RecordedOperation::operation).toList();
      try {
        reached = Operation.applyAll(operations, reached);
      } catch (SchemaException e) {
        throw new MigrationFailedException(
            RevisionProblems.recordingFailed(recorded.step(), e),
            recorded.step().revision().id(),
            e);
      }
    }
    return reached;
  }
}
