package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a script records between the parts of a revision some of whose operations run outside a
 * transaction, and what it expects to be recorded when it comes to the next part.
 */
final class ScriptedParts {

  private final VersionTable table;
  private final MigrationSettings settings;
  private final RecordedStep recorded;
  private final List<AppliedHead> before;
  private Optional<UnfinishedRevision> begun = Optional.empty();

  ScriptedParts(
      VersionTable table,
      MigrationSettings settings,
      RecordedStep recorded,
      List<AppliedHead> before) {
    this.table = table;
    this.settings = settings;
    this.recorded = recorded;
    this.before = before;
  }

  /** What is recorded now: heads, and what {@link VersionTable#text} gives of what was begun. */
  List<AppliedHead> expected() {
    List<AppliedHead> rows = new ArrayList<>(before);
    begun.ifPresent(
        each -> {
          rows.removeIf(head -> head.revision().equals(each.revision()));
          rows.add(new AppliedHead(each.revision(), VersionTable.text(each)));
        });
    rows.sort(Comparator.comparing(AppliedHead::revision));
    return rows;
  }

  /** The statements that record that so many operations are done. */
  List<String> reach(int done) {
    List<String> statements = new ArrayList<>();
    if (done == recorded.operations().size()) {
      statements.addAll(
          Bookkeeping.end(
                  table.tables(), recorded.step(), begun.isPresent(), Duration.ZERO, settings.tag())
              .statements());
      return statements;
    }
    Operation next = recorded.operations().get(done).operation();
    Optional<String> index =
        next.runsOutsideTransaction() ? IndexBuilds.name(next) : Optional.empty();
    index.ifPresent(name -> statements.add(check(name, next instanceof CreateIndex)));
    UnfinishedRevision reached =
        UnfinishedRevision.of(
            recorded, done, index.isPresent() ? IndexBuilds.begun(next) : Reached.NOTHING);
    boolean isHead = recorded.step().direction() == Direction.DOWNGRADE;
    statements.addAll(
        Bookkeeping.progress(table.tables(), reached, begun.isPresent() || isHead).statements());
    begun = Optional.of(reached);
    return statements;
  }

  /** Whoever finishes an index takes one of that name for what is recorded here. */
  private static String check(String index, boolean isNew) {
    return """
        DO $retort$
        BEGIN
          IF (pg_catalog.to_regclass(%s) IS NULL) = %s THEN
            RAISE EXCEPTION 'relation %% %s', %s;
          END IF;
        END
        $retort$"""
        .formatted(
            literal(index), !isNew, isNew ? "already exists" : "does not exist", literal(index));
  }
}
