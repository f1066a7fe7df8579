package dev.retort;

import dev.retort.catalog.LiveDifferences;
import dev.retort.migrate.ChainSchemas;
import dev.retort.migrate.DatabaseRecords;
import dev.retort.migrate.DryRun;
import dev.retort.migrate.MigrationRequest;
import dev.retort.migrate.Migrator;
import dev.retort.migrate.PlannedRevision;
import dev.retort.revision.RevisionRegistry;
import dev.retort.schema.Schema;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Compares a database with the revisions; changes nothing. */
final class DatabaseChecker {

  private final Migrator migrator;
  private final DatabaseRecords records;
  private final RevisionRegistry registry;
  private final String namespace;

  DatabaseChecker(
      Migrator migrator, DatabaseRecords records, RevisionRegistry registry, String namespace) {
    this.migrator = migrator;
    this.records = records;
    this.registry = registry;
    this.namespace = namespace;
  }

  DatabaseCheck check(Collection<String> ignored) {
    DryRun missing = migrator.dryRun(MigrationRequest.upgrade("heads"));
    Schema expected = new ChainSchemas(registry).at(missing.from());
    Set<String> except = new TreeSet<>(ignored);
    except.addAll(DatabaseRecords.TABLES);
    LiveDifferences differences =
        records.read(connection -> LiveDifferences.of(connection, namespace, expected, except));
    return new DatabaseCheck(
        missing.from(),
        missing.revisions().stream().map(PlannedRevision::revision).toList(),
        differences.operations(),
        differences.live().beyond());
  }
}
