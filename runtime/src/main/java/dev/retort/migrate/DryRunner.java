package dev.retort.migrate;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.postgres.LockMode;
import dev.retort.postgres.SqlRenderer;
import dev.retort.postgres.SqlScript;
import dev.retort.postgres.TableLocks;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says what steps would do to a database; runs none of them and takes no lock. */
final class DryRunner {

  private final Connection connection;
  private final String namespace;
  private Schema at;

  /**
   * A dry run.
   *
   * @param namespace the namespace that names without one mean
   * @param before the schema that the applied revisions have made
   */
  DryRunner(Connection connection, String namespace, Schema before) {
    this.connection = connection;
    this.namespace = namespace;
    this.at = before;
  }

  /** What the steps would do, from the given heads on. */
  DryRun of(List<String> from, List<RecordedStep> steps) throws SQLException {
    TreeSet<String> heads = new TreeSet<>(from);
    List<PlannedRevision> planned = new ArrayList<>();
    for (RecordedStep recorded : steps) {
      MigrationStep step = recorded.step();
      heads.removeAll(step.removedHeads());
      step.addedHeads().forEach(head -> heads.add(head.revision()));
      planned.add(planned(recorded));
    }
    return new DryRun(from, List.copyOf(heads), planned);
  }

  private PlannedRevision planned(RecordedStep recorded) throws SQLException {
    List<String> statements = new ArrayList<>();
    Map<QualifiedName, LockMode> locks = new TreeMap<>();
    for (RecordedOperation done : recorded.operations().subList(0, recorded.done())) {
      at = after(done.operation());
    }
    for (RecordedOperation each : recorded.remaining()) {
      Operation operation = each.operation();
      SqlScript.remark(operation).ifPresent(statements::add);
      statements.addAll(statements(operation));
      TableLocks.of(operation, at)
          .forEach((table, mode) -> locks.merge(table, mode, LockMode::stronger));
      at = after(operation);
    }
    Map<QualifiedName, TableSizes.Size> sizes =
        TableSizes.of(connection, namespace, locks.keySet());
    List<LockedTable> locked = new ArrayList<>();
    sizes.forEach(
        (table, size) ->
            locked.add(new LockedTable(table, locks.get(table), size.rows(), size.bytes())));
    return new PlannedRevision(
        recorded.step().revision(),
        recorded.step().direction(),
        statements,
        locked,
        recorded.runsForeignCode());
  }

  private static List<String> statements(Operation operation) {
    if (operation instanceof RunStep step) {
      return List.of(SqlScript.codeRuns(step));
    }
    return operation instanceof ExecuteSql execute
        ? List.of(SqlRenderer.render(execute).get(0).strip())
        : SqlRenderer.render(operation);
  }

  /** A downgrade that was written by hand may take back what only its own SQL has made. */
  private Schema after(Operation operation) {
    try {
      return operation.applyTo(at);
    } catch (SchemaException notReplayed) {
      return at;
    }
  }
}
