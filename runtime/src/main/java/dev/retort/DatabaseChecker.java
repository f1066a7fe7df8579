package dev.retort;

import dev.retort.catalog.LiveDifferences;
import dev.retort.migrate.AppliedHead;
import dev.retort.migrate.ChainSchemas;
import dev.retort.migrate.DatabaseRecords;
import dev.retort.migrate.DryRun;
import dev.retort.migrate.MigrationListener;
import dev.retort.migrate.MigrationRefusedException;
import dev.retort.migrate.MigrationRequest;
import dev.retort.migrate.MigrationSettings;
import dev.retort.migrate.Migrator;
import dev.retort.migrate.PlannedRevision;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.predecessor.Predecessor;
import dev.retort.predecessor.PredecessorHistory;
import dev.retort.predecessor.PredecessorProblems;
import dev.retort.problem.ProblemException;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Compares a database with the revisions. */
final class DatabaseChecker {

  private final DataSource dataSource;
  private final RevisionRegistry registry;
  private final MigrationSettings settings;
  private final DatabaseRecords records;

  DatabaseChecker(DataSource dataSource, RevisionRegistry registry, MigrationSettings settings) {
    this.dataSource = dataSource;
    this.registry = registry;
    this.settings = settings;
    this.records = new DatabaseRecords(dataSource, settings);
  }

  DatabaseCheck check(Collection<String> ignored) {
    DryRun missing = migrator(settings).dryRun(MigrationRequest.upgrade("heads"));
    LiveDifferences differences = differences(missing.from(), ignored);
    List<String> beyond = new ArrayList<>(differences.live().beyond());
    List<Operation> operations = new ArrayList<>();
    for (Operation each : differences.operations()) {
      Optional<Predecessor> owner = owner(each);
      owner.ifPresentOrElse(
          tool -> beyond.add("table " + ((DropTable) each).table() + " of " + tool.title()),
          () -> operations.add(each));
    }
    return new DatabaseCheck(
        missing.from(),
        missing.revisions().stream().map(PlannedRevision::revision).toList(),
        operations,
        beyond,
        records.unfinished());
  }

  /** The tool whose own table is one too many: it may stay for as long as its users like. */
  private static Optional<Predecessor> owner(Operation operation) {
    if (!(operation instanceof DropTable drop)) {
      return Optional.empty();
    }
    return Arrays.stream(Predecessor.values())
        .filter(tool -> tool.tables().contains(drop.table().toString()))
        .findFirst();
  }

  /** Records that the database is at a target if it is what the target's revisions make. */
  ImportResult importFrom(Predecessor tool, String target) {
    PredecessorHistory history = records.read(connection -> history(connection, tool));
    List<AppliedHead> heads = records.heads();
    if (!heads.isEmpty()) {
      throw new MigrationRefusedException(
          PredecessorProblems.alreadyMigrated(
              tool, heads.stream().map(AppliedHead::revision).toList()));
    }
    List<String> to = Revisions.of(registry).find(target).stream().map(RevisionInfo::id).toList();
    LiveDifferences differences = differences(to, tool.tables());
    boolean same = differences.operations().isEmpty();
    if (same) {
      String tag = (tool.title() + " " + String.join(", ", history.at())).strip();
      migrator(settings.withTag(settings.tag().orElse(tag)))
          .migrate(MigrationRequest.stamp(target));
    }
    return new ImportResult(
        history, same ? to : List.of(), differences.operations(), differences.live().beyond());
  }

  private PredecessorHistory history(Connection connection, Predecessor tool) throws SQLException {
    try {
      return PredecessorHistory.of(connection, settings.schema(), tool);
    } catch (ProblemException refusal) {
      throw new MigrationRefusedException(refusal.problem());
    }
  }

  private LiveDifferences differences(List<String> heads, Collection<String> ignored) {
    Schema expected = new ChainSchemas(registry).at(heads);
    Set<String> except = new TreeSet<>(ignored);
    except.addAll(DatabaseRecords.TABLES);
    return records.read(
        connection -> LiveDifferences.of(connection, settings.schema(), expected, except));
  }

  private Migrator migrator(MigrationSettings with) {
    return new Migrator(dataSource, registry, with, MigrationListener.NONE);
  }
}
