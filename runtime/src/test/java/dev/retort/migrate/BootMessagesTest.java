package dev.retort.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateHypertable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.SourceLine;
import dev.retort.predecessor.Predecessor;
import dev.retort.predecessor.PredecessorProblems;
import dev.retort.problem.Problem;
import dev.retort.revision.GraphProblem;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.TargetProblems;
import dev.retort.schema.Column;
import dev.retort.schema.Hypertable;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;

/**
 * What people are shown at boot, word for word: {@code messages/boot.txt}. The exceptions say what
 * pgjdbc and PostgreSQL say; that these problems are found is for other tests.
 *
 * <p>{@code -Dretort.rewrite=true} writes what was seen in place of what was expected.
 */
class BootMessagesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/messages/boot.txt");
  private static final String ID = "b7d41e60c9f5";
  private static final String BEFORE = "3f2a9c1b04de";
  private static final RevisionInfo REVISION =
      new RevisionInfo(ID, List.of(BEFORE), "Replace operational by status", "1:00");
  private static final RevisionInfo FIRST = new RevisionInfo(BEFORE, List.of(), "", "1:00");
  private static final RevisionGraph<RevisionInfo> LINE =
      RevisionGraph.of(List.of(FIRST, REVISION));
  private static final RevisionInfo OTHER = new RevisionInfo(ID, List.of(), "", "1:00");
  private static final RevisionGraph<RevisionInfo> FORK = RevisionGraph.of(List.of(FIRST, OTHER));
  private static final RevisionGraph<RevisionInfo> BRANCHES =
      RevisionGraph.of(List.of(FIRST.labelled("plants"), OTHER.labelled("billing")));
  private static final MigrationStep UPGRADE =
      new MigrationStep(REVISION, Direction.UPGRADE, List.of(), List.of());
  private static final MigrationStep DOWNGRADE =
      new MigrationStep(REVISION, Direction.DOWNGRADE, List.of(), List.of());
  private static final HistoryEntry APPLIED =
      new HistoryEntry(
          ID,
          Direction.UPGRADE,
          "1:00",
          Instant.parse("2026-11-20T03:12:45Z"),
          Duration.ofMillis(12),
          "aurum@10.0.0.7",
          "0.1.0",
          Optional.empty());
  private static final Optional<RecordedOperation> OPERATION =
      Optional.of(
          new RecordedOperation(
              new AddColumn(
                  QualifiedName.of("machines"), Column.column("status", SqlType.varchar(20))),
              new SourceLine("aurum.ReplaceOperationalByStatus", "ReplaceOperational.java", 24)));

  @Test
  void readAsTheyWereRead() throws IOException {
    StringBuilder seen = new StringBuilder();
    for (Problem problem : problems()) {
      seen.append(problem.text()).append('\n');
    }
    if (Boolean.getBoolean("retort.rewrite")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, seen.toString());
    }
    assertThat(seen.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void areSentencesOnOneLine() {
    for (Problem problem : problems()) {
      assertThat(problem.fact()).as(problem.code()).matches("[A-Z'].*[.?!]").doesNotContain("  ");
      assertThat(problem.fact()).doesNotContainPattern("[.?!;:,][.;:,]|\\R");
      if (!problem.code().equals("RT501")) {
        assertThat(problem.fix()).as(problem.code()).matches("[a-z].*[.]").doesNotContain("  ");
      }
    }
  }

  private static List<Problem> problems() {
    List<Problem> all = new ArrayList<>();
    all.add(PredecessorProblems.noHistory(Predecessor.FLYWAY, "public", "flyway_schema_history"));
    all.add(
        PredecessorProblems.unfinished(
            Predecessor.FLYWAY, List.of("migration 7 (add status) has failed")));
    all.add(PredecessorProblems.alreadyMigrated(Predecessor.ALEMBIC, List.of(ID)));
    all.add(MigrationProblems.noRegistry());
    all.add(
        MigrationProblems.severalRegistries(
            List.of("aurum.migrations.MigrationRegistry", "audit.migrations.MigrationRegistry")));
    all.add(
        MigrationProblems.unknownRegistry(
            "aurum.Registry",
            List.of("aurum.migrations.MigrationRegistry", "audit.migrations.MigrationRegistry")));
    all.add(
        MigrationProblems.unreachable(
            new SQLException(
                "Connection to db.internal:5432 refused. Check that the hostname and port are"
                    + " correct and that the postmaster is accepting TCP/IP connections.",
                "08001")));
    all.add(
        MigrationProblems.credentials(
            new SQLException("FATAL: password authentication failed for user \"aurum\"", "28P01")));
    all.add(
        MigrationProblems.noDatabase(
            new SQLException("FATAL: database \"aurum\" does not exist", "3D000")));
    all.add(
        MigrationProblems.lockHeld(
            Duration.ofMinutes(5),
            List.of(
                LockHolder.session(
                    "4711",
                    ", user aurum, application aurum-7, from 10.0.0.7, connected since"
                        + " 2026-11-22 03:10:00 UTC, active"))));
    all.add(MigrationProblems.lockHeld(Duration.ofMillis(100), List.of()));
    all.add(
        MigrationProblems.lockHeld(
            Duration.ofSeconds(2),
            List.of(
                LockHolder.prepared(
                    "pid 7 o'clock", ", user aurum, prepared on 2026-11-22 03:10:00 UTC"))));
    all.add(MigrationProblems.unknownRevision(ID, List.of(BEFORE), List.of(APPLIED)));
    all.add(MigrationProblems.unknownRevision(ID, List.of(), List.of()));
    all.add(MigrationProblems.unknownRecorded(ID, List.of(BEFORE), List.of(APPLIED)));
    all.add(RevisionProblems.squashed(BEFORE, REVISION));
    all.add(MigrationProblems.edited(ID, List.of(), Optional.of(APPLIED)));
    all.add(MigrationProblems.edited(ID, List.of("698c22942be3"), Optional.empty()));
    all.add(TargetProblems.unknownTarget("b8", LINE));
    all.add(TargetProblems.backwards("head", "b7"));
    all.add(TargetProblems.ambiguousTarget("b7", List.of(ID, "b7000000c0de")));
    all.add(TargetProblems.ambiguousStep("d1-2", List.of(ID, "b7000000c0de")));
    all.add(TargetProblems.ambiguousDowngrade("-2", List.of(ID, "b7000000c0de"), 1));
    all.add(TargetProblems.unknownTarget("b8@head", BRANCHES));
    all.add(TargetProblems.unknownTarget("b8", FORK));
    all.add(TargetProblems.severalHeads("head", List.of(ID, BEFORE), FORK));
    all.add(TargetProblems.severalHeads("head", List.of(ID, BEFORE), BRANCHES));
    all.add(TargetProblems.severalHeads("head-1", List.of(ID, BEFORE), FORK));
    all.add(TargetProblems.severalHeads("head-1", List.of(ID, BEFORE), BRANCHES));
    all.add(MigrationProblems.noScript(List.of("revision " + ID + " runs 'number the machines'")));
    all.add(MigrationProblems.notThatFar("-3", 2, "in", List.of(BEFORE)));
    all.add(MigrationProblems.notThatFar("+2", 1, "ahead of", List.of()));
    all.add(MigrationProblems.notThatFar("a@+2", 0, "on branch a ahead of", List.of(BEFORE)));
    all.add(MigrationProblems.notApplied(ID, List.of(BEFORE)));
    for (Direction direction : List.of(Direction.UPGRADE, Direction.DOWNGRADE, Direction.STAMP)) {
      all.add(MigrationProblems.wrongDirection("+1", direction));
    }
    SQLException nulls =
        new SQLException(
            "ERROR: column \"status\" of relation \"machines\" contains null values", "23502");
    all.add(RevisionProblems.failed(whole(UPGRADE), OPERATION, nulls));
    all.add(
        RevisionProblems.failed(
            whole(DOWNGRADE),
            Optional.empty(),
            new SQLException(
                "ERROR: insert or update on table \"sensors\" violates foreign key constraint"
                    + " \"sensors_machine_id_fkey\"\n  Detail: Key (machine_id)=(7) is not present"
                    + " in table \"machines\".",
                "23503")));
    all.add(
        RevisionProblems.busy(
            whole(UPGRADE),
            OPERATION,
            5,
            Duration.ofSeconds(3),
            new SQLException("ERROR: canceling statement due to lock timeout", "55P03")));
    all.add(RevisionProblems.needsSession(whole(UPGRADE)));
    all.add(MigrationProblems.movedMeanwhile(List.of(BEFORE)));
    all.add(
        RevisionProblems.cancelled(
            whole(UPGRADE),
            OPERATION,
            Duration.ofSeconds(30),
            new SQLException("ERROR: canceling statement due to statement timeout", "57014")));
    all.add(
        RevisionProblems.connectionLost(
            whole(UPGRADE),
            OPERATION,
            new SQLException(
                "FATAL: terminating connection due to administrator command", "57P01")));
    all.add(
        RevisionProblems.recordingFailed(
            UPGRADE, new IllegalStateException("no environment variable PLANT")));
    all.add(MigrationProblems.interrupted("the migration lock"));
    all.add(
        MigrationProblems.registryNotAGraph(
            List.of(
                new GraphProblem.MissingDownRevision(ID, BEFORE),
                new GraphProblem.DuplicateId("698c22942be3"),
                new GraphProblem.Cycle(List.of("aaaa", "bbbb")),
                new GraphProblem.MalformedId("not an id"))));
    all.add(
        MigrationProblems.bookkeeping(
            "public",
            new SQLException("ERROR: column \"revision\" does not exist\n  Position: 8", "42703")));
    all.add(
        MigrationProblems.bookkeeping(
            "Plant data",
            new SQLException("ERROR: permission denied for tablespace fast", "42501")));
    all.add(
        MigrationProblems.bookkeeping(
            "public", new SQLException("ERROR: canceling statement due to lock timeout", "55P03")));
    all.add(
        MigrationProblems.bookkeeping(
            "public",
            new SQLException("ERROR: canceling statement due to statement timeout", "57014")));
    all.add(
        MigrationProblems.bookkeeping(
            "public",
            new SQLException("ERROR: prepared statement \"S_1\" already exists", "42P05")));
    all.add(
        MigrationProblems.brokenRegistry(
            new ServiceConfigurationError(
                "dev.retort.revision.RevisionRegistry: Provider aurum.MigrationRegistry not"
                    + " found")));
    all.add(
        RevisionProblems.failed(
            whole(UPGRADE),
            OPERATION,
            new SQLException(
                "ERROR: column \"status\" of relation \"machines\" already exists", "42701")));
    all.add(
        RevisionProblems.failed(
            whole(UPGRADE),
            OPERATION,
            new SQLException("ERROR: canceling statement due to user request", "57014")));
    all.add(
        RevisionProblems.failed(
            whole(UPGRADE),
            OPERATION,
            new SQLException(
                "ERROR: CREATE INDEX CONCURRENTLY cannot run inside a transaction block",
                "25001")));
    all.add(
        RevisionProblems.busy(
            whole(UPGRADE),
            OPERATION,
            10,
            Duration.ofSeconds(5),
            new SQLException(
                "ERROR: could not serialize access due to concurrent update", "40001")));
    all.add(RevisionProblems.transactionEnded(UPGRADE, OPERATION.orElseThrow()));
    all.add(RevisionProblems.recordsOtherwise(UPGRADE, List.of(OPERATION.orElseThrow())));
    all.add(RevisionProblems.recordsOtherwise(UPGRADE, List.of()));
    all.add(RevisionProblems.noWayBack(DOWNGRADE));
    all.add(MigrationProblems.irreversible(DOWNGRADE.revision()));
    all.add(RevisionProblems.serverProcessChanged(whole(UPGRADE)));
    all.add(RevisionProblems.lockReleased(whole(UPGRADE)));
    all.add(RevisionProblems.headsChanged(whole(UPGRADE)));
    all.addAll(inParts());
    Map<String, Throwable> failures = new LinkedHashMap<>();
    failures.put("acme", new MigrationLockException(MigrationProblems.interrupted("x")));
    all.add(MigrationProblems.schemasFailed(failures, 40));
    failures.put("globex", new IllegalStateException());
    failures.put("initech", new IllegalStateException());
    failures.put("umbrella", new IllegalStateException());
    all.add(MigrationProblems.schemasFailed(failures, 4));
    all.add(MigrationProblems.behind(List.of(), List.of(REVISION)));
    all.add(
        MigrationProblems.behind(List.of(BEFORE), List.of(REVISION, REVISION, REVISION, REVISION)));
    all.addAll(lostConnections());
    all.addAll(accessProblems());
    return all;
  }

  private static RecordedStep whole(MigrationStep step) {
    return new RecordedStep(step, List.of());
  }

  /** Of a revision some of whose operations run outside a transaction. */
  private static List<Problem> inParts() {
    RecordedOperation vacuum =
        new RecordedOperation(
            ExecuteSql.sql("VACUUM machines").outsideTransaction(),
            new SourceLine("aurum.migrations.Vacuum", "Vacuum.java", 12));
    RecordedStep recorded = new RecordedStep(UPGRADE, List.of(vacuum));
    UnfinishedRevision unfinished =
        new UnfinishedRevision(ID, Direction.UPGRADE, 2, "1:00", Optional.empty());
    return List.of(
        RevisionProblems.failed(
            recorded,
            Optional.of(vacuum),
            new SQLException("ERROR: could not create unique index \"machines_name\"", "23505")),
        RevisionProblems.connectionLost(
            recorded,
            Optional.of(vacuum),
            new SQLException(
                "FATAL: terminating connection due to administrator command", "57P01")),
        RevisionProblems.begunOtherwise(UPGRADE, unfinished, 3),
        RevisionProblems.begunOtherwise(UPGRADE, unfinished, 1),
        RevisionProblems.unfinished(unfinished),
        RevisionProblems.unknownBegun(unfinished, List.of(BEFORE)));
  }

  private static List<Problem> lostConnections() {
    return List.of(
        MigrationProblems.unreachable(
            new SQLException("FATAL: the database system is starting up", "57P03")),
        MigrationProblems.unreachable(
            new SQLException("FATAL: terminating connection due to idle-session timeout", "57P05")),
        RevisionProblems.connectionLost(
            whole(UPGRADE),
            OPERATION,
            new SQLException(
                "FATAL: terminating connection due to idle-in-transaction timeout", "25P03")));
  }

  private static List<Problem> accessProblems() {
    List<Problem> all = new ArrayList<>();
    all.add(
        AccessProblems.noConnect(
            new SQLException(
                "FATAL: permission denied for database \"Plant data\"\n  Detail: User does not have"
                    + " CONNECT privilege.",
                "42501")));
    all.add(
        AccessProblems.noConnect(
            new SQLException("FATAL: keine Berechtigung für Datenbank »aurum«", "42501")));
    for (ReadOnlyReason reason : ReadOnlyReason.values()) {
      all.add(AccessProblems.readOnly(access(Optional.of(reason), List.of())));
    }
    SQLException readOnly =
        new SQLException("ERROR: cannot execute ALTER TABLE in a read-only transaction", "25006");
    all.add(AccessProblems.readOnly(readOnly));
    all.add(AccessProblems.readOnly(whole(UPGRADE), OPERATION, readOnly, Optional.empty()));
    all.add(
        AccessProblems.readOnly(
            whole(UPGRADE),
            OPERATION,
            readOnly,
            Optional.of(access(Optional.of(ReadOnlyReason.SERVER), List.of()))));
    MissingPrivilege create = new MissingPrivilege(List.of("CREATE"), "SCHEMA", "\"Plant data\"");
    MissingPrivilege write =
        new MissingPrivilege(List.of("INSERT", "DELETE"), "TABLE", "\"Plant data\".retort_version");
    DatabaseAccess lacking = access(Optional.empty(), List.of(create, write));
    all.add(AccessProblems.missing(lacking, lacking.missing()));
    all.add(
        AccessProblems.missing(
            whole(UPGRADE),
            OPERATION,
            new SQLException("ERROR: permission denied for schema Plant data", "42501"),
            "aurum-app",
            List.of(create)));
    all.add(
        AccessProblems.missing(
            whole(UPGRADE),
            OPERATION,
            new SQLException("ERROR: must be owner of table machines", "42501"),
            "aurum-app",
            List.of()));
    RecordedOperation hypertable =
        new RecordedOperation(
            new CreateHypertable(
                QualifiedName.of("sensor_readings"), Hypertable.hypertable("recorded_at")),
            new SourceLine("aurum.migrations.DivideReadings", "DivideReadings.java", 24));
    all.add(RevisionProblems.noTimescale(UPGRADE, hypertable, "aurum", true));
    all.add(RevisionProblems.noTimescale(UPGRADE, hypertable, "aurum", false));
    return all;
  }

  private static DatabaseAccess access(
      Optional<ReadOnlyReason> readOnly, List<MissingPrivilege> missing) {
    return new DatabaseAccess(
        "aurum",
        "aurum-app",
        "aurum-app",
        readOnly,
        true,
        true,
        true,
        missing,
        List.of(),
        6400,
        "0",
        "0",
        0);
  }
}
