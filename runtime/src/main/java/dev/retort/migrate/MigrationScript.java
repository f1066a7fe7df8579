package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.postgres.SqlScript;
import dev.retort.problem.ProblemException;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A migration as a script that psql runs: the same statements in the same transactions, with the
 * bookkeeping. Each transaction takes the migration lock and makes sure that the database is where
 * the script expects it to be, so that a script that fails midway, or is run on the wrong database,
 * goes no further. Pure: no database is asked.
 */
public final class MigrationScript {

  private final MigrationSettings settings;
  private final VersionTable table;
  private final RevisionGraph<RevisionInfo> graph;
  private final StringBuilder text = new StringBuilder();

  private MigrationScript(MigrationSettings settings, RevisionGraph<RevisionInfo> graph) {
    this.settings = settings;
    this.graph = graph;
    this.table = new VersionTable(settings.schema());
  }

  /**
   * The script.
   *
   * @param graph the registry's revisions
   * @param from the revisions that the database is at
   * @param request an upgrade or a downgrade
   * @throws ProblemException if there is no way, or a revision runs Java code
   */
  public static String of(
      RevisionRegistry registry,
      RevisionGraph<RevisionInfo> graph,
      MigrationSettings settings,
      List<String> from,
      MigrationRequest request)
      throws ProblemException {
    List<AppliedHead> heads =
        graph.effective(from).stream()
            .map(id -> new AppliedHead(id, graph.get(id).checksum()))
            .toList();
    RecordedState start = new RecordedState(heads, List.of());
    List<MigrationStep> steps = Planner.steps(graph, start, request);
    List<RecordedStep> recorded =
        new StepRecorder(registry, graph.chain()).record(steps, Optional.empty());
    requireSql(recorded);
    return new MigrationScript(settings, graph).write(start, recorded, request);
  }

  private static void requireSql(List<RecordedStep> steps) throws ProblemException {
    List<String> code = new ArrayList<>();
    for (RecordedStep step : steps) {
      for (RecordedOperation operation : step.operations()) {
        if (operation.operation() instanceof RunStep run) {
          code.add("revision " + step.step().revision().id() + " runs '" + run.label() + "'");
        }
      }
    }
    if (!code.isEmpty()) {
      throw new ProblemException(MigrationProblems.noScript(code));
    }
  }

  private String write(RecordedState start, List<RecordedStep> steps, MigrationRequest request) {
    text.append("-- Retort ").append(RetortVersion.CURRENT).append(": ");
    text.append(request.direction().word())
        .append(" from ")
        .append(MigrationProblems.place(start.ids()));
    text.append(" to ").append(SqlScript.oneLine(request.target())).append(", ");
    text.append(steps.size() == 1 ? "1 revision" : steps.size() + " revisions").append('\n');
    text.append("-- psql -X -f THIS_FILE DATABASE_URL\n\\set ON_ERROR_STOP on\n\n");
    if (steps.isEmpty()) {
      return text.append("-- There is nothing to do.\n").toString();
    }
    text.append("BEGIN;\n");
    table.creation().forEach(this::statement);
    text.append("COMMIT;\n");
    TreeMap<String, AppliedHead> heads = new TreeMap<>();
    start.heads().forEach(head -> heads.put(head.revision(), head));
    for (RecordedStep step : steps) {
      write(step, List.copyOf(heads.values()));
      step.step().removedHeads().forEach(heads::remove);
      step.step().addedHeads().forEach(head -> heads.put(head.revision(), head));
    }
    return text.toString();
  }

  private void write(RecordedStep recorded, List<AppliedHead> before) {
    MigrationStep step = recorded.step();
    RevisionInfo revision = step.revision();
    text.append('\n');
    text.append(SqlScript.heading(step.direction().word(), revision.id(), revision.message()));
    String place = MigrationProblems.place(before.stream().map(AppliedHead::revision).toList());
    if (recorded.inParts()) {
      writeParts(recorded, before, place);
    } else {
      transaction(
          guard(before, place),
          recorded,
          Bookkeeping.end(table.tables(), step, false, Duration.ZERO, settings.tag()).statements());
    }
  }

  /**
   * What runs outside a transaction is recorded as begun before, and as done after: where the
   * script stops midway, Retort finishes the revision. The lock is held all the while.
   */
  private void writeParts(RecordedStep recorded, List<AppliedHead> before, String place) {
    MigrationSettings own = settings.during(recorded.step().revision());
    statement(lock());
    List<RecordedOperation> operations = recorded.operations();
    ScriptedParts parts = new ScriptedParts(table, settings, recorded, before);
    if (operations.get(0).operation().runsOutsideTransaction()) {
      transaction(guard(parts.expected(), place), recorded.part(0, 0), parts.reach(0));
    }
    for (int at = 0; at < operations.size(); ) {
      int from = at++;
      boolean outside = operations.get(from).operation().runsOutsideTransaction();
      if (outside) {
        statement("SET search_path = " + settings.searchPath());
        boolean limited = !own.statementTimeout().isZero();
        if (limited) {
          statement("SET statement_timeout = " + own.statementTimeout().toMillis());
        }
        operation(operations.get(from));
        statement("RESET search_path");
        if (limited) {
          statement("RESET statement_timeout");
        }
      } else {
        while (at < operations.size() && !operations.get(at).operation().runsOutsideTransaction()) {
          at++;
        }
      }
      transaction(
          guard(parts.expected(), place), recorded.part(outside ? at : from, at), parts.reach(at));
    }
    statement("SELECT pg_catalog.pg_advisory_unlock(" + AdvisoryLock.key(settings.schema()) + ")");
  }

  private void transaction(String guard, RecordedStep part, List<String> bookkeeping) {
    MigrationSettings own = settings.during(part.step().revision());
    text.append("BEGIN;\n");
    statement("SET LOCAL lock_timeout = " + own.lockTimeout().toMillis());
    searchPath();
    statement(guard);
    if (!own.statementTimeout().isZero()) {
      statement("SET LOCAL statement_timeout = " + own.statementTimeout().toMillis());
    }
    for (RecordedOperation operation : part.operations()) {
      operation(operation);
      if (operation.operation() instanceof ExecuteSql) {
        searchPath();
      }
    }
    bookkeeping.forEach(this::statement);
    text.append("COMMIT;\n");
  }

  private void operation(RecordedOperation operation) {
    text.append(SqlScript.of(List.of(operation.operation())).stripTrailing()).append('\n');
  }

  /**
   * Takes the lock, lifts timeouts that are not meant for migrations, and looks.
   *
   * @param place where the database is expected to be, in words
   */
  private String guard(List<AppliedHead> expected, String place) {
    return """
        DO $retort$
        BEGIN
          IF NOT pg_catalog.pg_try_advisory_xact_lock(%d) THEN
            RAISE EXCEPTION 'another process is migrating this database';
          END IF;
          PERFORM pg_catalog.set_config(name, '0', true) FROM pg_catalog.pg_settings
            WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout',
              'transaction_timeout');
          IF %s %s THEN
            RAISE EXCEPTION 'this script expects the database at %%, with the same operations',
              %s;
          END IF;
        END
        $retort$"""
        .formatted(
            AdvisoryLock.key(settings.schema()),
            table.recorded(),
            isNone(expected),
            literal(place));
  }

  /** Takes the lock for as long as the script runs, whatever transactions it has. */
  private String lock() {
    return """
        DO $retort$
        BEGIN
          IF NOT pg_catalog.pg_try_advisory_lock(%d) THEN
            RAISE EXCEPTION 'another process is migrating this database';
          END IF;
        END
        $retort$"""
        .formatted(AdvisoryLock.key(settings.schema()));
  }

  /** SQL that is true of what is recorded where the database is elsewhere. */
  private String isNone(List<AppliedHead> expected) {
    List<String> places = records(expected);
    return places.size() == 1
        ? "<> " + places.get(0)
        : "NOT IN (" + String.join(", ", places) + ")";
  }

  /** All that may be recorded there: each head as it is, or as it was before a squash. */
  private List<String> records(List<AppliedHead> expected) {
    List<List<String>> all = List.of(List.of());
    for (AppliedHead head : expected) {
      List<String> texts =
          Stream.concat(
                  Stream.of(head),
                  formerChecksums(head).stream()
                      .map(former -> new AppliedHead(head.revision(), former)))
              .map(VersionTable::text)
              .map(text -> literal(text))
              .toList();
      all =
          all.stream()
              .flatMap(
                  before ->
                      texts.stream()
                          .map(each -> Stream.concat(before.stream(), Stream.of(each)).toList()))
              .toList();
    }
    return all.stream().map(each -> "ARRAY[" + String.join(", ", each) + "]::text[]").toList();
  }

  /** None of a revision that has not ended, whose operations say what it is. */
  private List<String> formerChecksums(AppliedHead head) {
    RevisionInfo revision = graph.get(head.revision());
    return revision.checksum().equals(head.checksum()) ? revision.formerChecksums() : List.of();
  }

  private void searchPath() {
    statement("SET LOCAL search_path = " + settings.searchPath());
  }

  private void statement(String sql) {
    text.append(sql).append(";\n");
  }
}
