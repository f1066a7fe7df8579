package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import dev.retort.postgres.SqlScript;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.revision.TargetException;
import dev.retort.revision.TargetResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A migration as a script that psql runs: the same statements in the same transactions, with the
 * bookkeeping. Each transaction takes the migration lock and makes sure that the database is where
 * the script expects it to be, so that a script that fails midway, or is run on the wrong database,
 * goes no further. Pure: no database is asked.
 */
public final class MigrationScript {

  private final MigrationSettings settings;
  private final VersionTable table;
  private final StringBuilder text = new StringBuilder();

  private MigrationScript(MigrationSettings settings) {
    this.settings = settings;
    this.table = new VersionTable(settings.schema());
  }

  /**
   * The script.
   *
   * @param from where the database is: {@code base}, {@code heads}, an id or the like; several with
   *     commas or spaces between them
   * @param request an upgrade or a downgrade
   * @throws MigrationRefusedException if there is no way, or a revision runs Java code
   */
  public static String of(
      RevisionRegistry registry,
      MigrationSettings settings,
      String from,
      MigrationRequest request) {
    List<RevisionInfo> revisions = registry.revisions();
    RecordedState start = new RecordedState(heads(revisions, from), List.of());
    MigrationPlan plan = Planner.plan(revisions, start, request);
    if (plan instanceof MigrationPlan.Refused refused) {
      throw new MigrationRefusedException(refused.problem());
    }
    List<MigrationStep> steps =
        plan instanceof MigrationPlan.Pending pending ? pending.steps() : List.of();
    List<RecordedStep> recorded = new StepRecorder(registry, revisions).record(steps);
    requireSql(recorded);
    return new MigrationScript(settings).write(start, recorded, request);
  }

  private static List<AppliedHead> heads(List<RevisionInfo> revisions, String from) {
    if (!RevisionGraph.check(revisions).isEmpty()) {
      return List.of();
    }
    RevisionGraph<RevisionInfo> graph = RevisionGraph.of(revisions);
    List<String> ids = new ArrayList<>();
    try {
      for (String each : from.strip().split("[\\s,]+", -1)) {
        ids.addAll(new TargetResolver(graph, List.of()).resolve(each));
      }
    } catch (TargetException noSuchPlace) {
      throw new MigrationRefusedException(noSuchPlace.problem());
    }
    return graph.effective(ids).stream()
        .map(id -> new AppliedHead(id, graph.get(id).checksum()))
        .toList();
  }

  private static void requireSql(List<RecordedStep> steps) {
    List<String> code = new ArrayList<>();
    for (RecordedStep step : steps) {
      for (RecordedOperation operation : step.operations()) {
        if (operation.operation() instanceof RunStep run) {
          code.add("revision " + step.step().revision().id() + " runs '" + run.label() + "'");
        }
      }
    }
    if (!code.isEmpty()) {
      throw new MigrationRefusedException(MigrationProblems.noScript(code));
    }
  }

  private String write(RecordedState start, List<RecordedStep> steps, MigrationRequest request) {
    text.append("-- Retort ").append(RetortVersion.CURRENT).append(": ");
    text.append(request.direction().word()).append(" from ").append(place(start.ids()));
    text.append(" to ").append(line(request.target())).append(", ");
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
    text.append("\n-- ").append(step.direction().word()).append(" of revision ");
    text.append(revision.id());
    text.append(revision.message().isBlank() ? "" : ": " + line(revision.message()));
    text.append("\nBEGIN;\n");
    statement("SET LOCAL lock_timeout = " + settings.lockTimeout().toMillis());
    searchPath();
    guard(before);
    for (RecordedOperation operation : recorded.operations()) {
      text.append(SqlScript.of(List.of(operation.operation())).stripTrailing()).append('\n');
      if (operation.operation() instanceof ExecuteSql) {
        searchPath();
      }
    }
    table.bookkeeping(step).forEach(this::statement);
    text.append("COMMIT;\n");
  }

  /** Takes the lock, lifts timeouts that are not meant for migrations, and looks. */
  private void guard(List<AppliedHead> expected) {
    statement(
        """
        DO $retort$
        BEGIN
          IF NOT pg_catalog.pg_try_advisory_xact_lock(%d) THEN
            RAISE EXCEPTION 'another process is migrating this database';
          END IF;
          PERFORM pg_catalog.set_config(name, '0', true) FROM pg_catalog.pg_settings
            WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout',
              'transaction_timeout');
          IF %s <> ARRAY[%s]::text[] THEN
            RAISE EXCEPTION 'this script expects the database at %%, with the same operations',
              %s;
          END IF;
        END
        $retort$"""
            .formatted(
                AdvisoryLock.key(settings.schema()),
                table.recorded(),
                expected.stream()
                    .map(VersionTable::text)
                    .map(head -> literal(head))
                    .collect(joining(", ")),
                literal(place(expected.stream().map(AppliedHead::revision).toList()))));
  }

  private void searchPath() {
    statement("SET LOCAL search_path = " + quote(settings.schema()) + ", pg_temp");
  }

  private void statement(String sql) {
    text.append(sql).append(";\n");
  }

  private static String place(List<String> heads) {
    return heads.isEmpty() ? "base" : String.join(", ", heads);
  }

  private static String line(String text) {
    return text.replaceAll("\\R", " ");
  }
}
