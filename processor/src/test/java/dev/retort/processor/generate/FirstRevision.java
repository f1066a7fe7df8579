package dev.retort.processor.generate;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.SqlRenderer;
import dev.retort.revision.Revision;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The revision that is drafted for a project without any, compiled. */
public final class FirstRevision {

  private final Revision compiled;

  private FirstRevision(Revision compiled) {
    this.compiled = compiled;
  }

  /** Drafts the revision that leads to the schema, and compiles its source. */
  public static FirstRevision of(Schema schema) {
    Schema empty = Schema.empty();
    Set<String> namespaces = new TreeSet<>(schema.namespacesInUse());
    namespaces.remove(QualifiedName.DEFAULT_NAMESPACE);
    Schema reached = schema.withPrerequisites(schema.prerequisites().withNamespaces(namespaces));
    List<Operation> missing = SchemaDiffer.diff(empty, reached);
    RevisionDraft draft =
        SingleBranch.draft(
            "app.migrations",
            "CreateAll",
            "a1",
            List.of(),
            "Create all",
            Instant.EPOCH,
            DraftedOperations.ofUpgrade(missing, empty),
            DraftedOperations.ofDowngrade(Inverses.of(missing, empty).orElseThrow(), reached));
    return new FirstRevision(
        Compiled.of(Map.of(draft.qualifiedName(), RevisionSource.of(draft)))
            .create(Revision.class, draft.qualifiedName()));
  }

  /** Runs what the compiled revision records. */
  public void upgrade(Statement statement) throws SQLException {
    for (RecordedOperation recorded : Operations.record(compiled::upgrade)) {
      for (String sql : SqlRenderer.render(recorded.operation())) {
        statement.execute(sql);
      }
    }
  }
}
