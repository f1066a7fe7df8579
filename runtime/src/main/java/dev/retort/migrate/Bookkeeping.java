package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static java.util.stream.Collectors.joining;

import dev.retort.postgres.Identifiers;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The statements that record what a transaction did, to be run at its end.
 *
 * @param statements the statements in order; the last of them changes nothing if it is run by
 *     another server process than the one that is to run it
 * @param forgotten how many rows the first of them deletes, if nobody else has changed them; zero
 *     where none of them does
 * @param guard a statement that fails where {@link #require} would
 */
record Bookkeeping(List<String> statements, int forgotten, String guard) {

  /** The codes that the guard fails with. */
  private static final String OTHER_PROCESS = "RT523";

  private static final String OTHER_HEADS = "RT526";

  Bookkeeping {
    statements = List.copyOf(statements);
  }

  /**
   * Runs the statements one by one.
   *
   * @param recorded what they record, of which messages speak
   * @throws WrongTransactionException if they do not find what they expect
   */
  void run(Statement statement, RecordedStep recorded) throws SQLException {
    int[] counts = new int[statements.size()];
    for (int i = 0; i < counts.length; i++) {
      statement.execute(statements.get(i));
      counts[i] = statement.getUpdateCount();
    }
    require(counts, recorded);
  }

  /**
   * Makes sure that nobody else has touched what is recorded.
   *
   * @param counts how many rows each statement changed
   * @throws WrongTransactionException if somebody has, or another server process ran the statements
   */
  void require(int[] counts, RecordedStep recorded) throws WrongTransactionException {
    if (counts[counts.length - 1] == 0) {
      throw new WrongTransactionException(RevisionProblems.serverProcessChanged(recorded), null);
    }
    if (forgotten > 0 && counts[0] != forgotten) {
      throw new WrongTransactionException(RevisionProblems.headsChanged(recorded), null);
    }
  }

  /**
   * What the statements are about.
   *
   * @param version the quoted name of the table of heads
   * @param history the quoted name of the table of what was done
   * @param serverProcess SQL's expression for the id of the server process that is to run them
   */
  record Tables(String version, String history, String serverProcess) {}

  /**
   * Records a step that has come to its end. {@code now()} is when its last transaction began.
   *
   * @param begun whether it was recorded as begun
   * @param before how long it took until its last transaction began
   */
  static Bookkeeping end(
      Tables tables, MigrationStep step, boolean begun, Duration before, Optional<String> tag) {
    List<String> forgotten =
        Stream.concat(
                step.removedHeads().stream(),
                begun ? Stream.of(step.revision().id()) : Stream.empty())
            .distinct()
            .toList();
    List<String> statements = new ArrayList<>(delete(tables, forgotten));
    insert(tables, step.addedHeads()).ifPresent(statements::add);
    statements.add(history(tables, step.direction(), lines(step), before, tag));
    return new Bookkeeping(statements, forgotten.size(), guard(tables, forgotten));
  }

  /**
   * Records how far a step has come that is not at its end.
   *
   * @param recorded whether the revision has a row in the table of heads: as one that was begun, or
   *     as the head that its downgrade begins to leave
   */
  static Bookkeeping progress(Tables tables, UnfinishedRevision unfinished, boolean recorded) {
    List<String> forgotten = recorded ? List.of(unfinished.revision()) : List.of();
    List<String> statements = new ArrayList<>(delete(tables, forgotten));
    statements.add(
        "INSERT INTO "
            + tables.version()
            + " (revision, checksum, direction, done, reached) SELECT "
            + Stream.of(
                    literal(unfinished.revision()),
                    literal(unfinished.checksum()),
                    literal(unfinished.direction().word()),
                    String.valueOf(unfinished.done()),
                    orNull(unfinished.reached()))
                .collect(joining(", "))
            + " WHERE pg_catalog.pg_backend_pid() = "
            + tables.serverProcess());
    return new Bookkeeping(statements, forgotten.size(), guard(tables, forgotten));
  }

  private static String guard(Tables tables, List<String> forgotten) {
    return """
        DO $retort$
        BEGIN
          IF pg_catalog.pg_backend_pid() <> %s THEN
            RAISE EXCEPTION USING ERRCODE = '%s';
          END IF;
          IF (SELECT count(*) FROM %s WHERE revision = ANY (ARRAY[%s]::text[])) <> %d THEN
            RAISE EXCEPTION USING ERRCODE = '%s';
          END IF;
        END
        $retort$"""
        .formatted(
            tables.serverProcess(),
            OTHER_PROCESS,
            tables.version(),
            forgotten.stream().map(Identifiers::literal).collect(joining(", ")),
            forgotten.size(),
            OTHER_HEADS);
  }

  /** What a failure of the guard means; any other stays as it is. */
  static SQLException explained(SQLException failure, RecordedStep recorded) {
    return switch (SqlStates.of(failure).orElse("")) {
      case OTHER_PROCESS ->
          new WrongTransactionException(RevisionProblems.serverProcessChanged(recorded), null);
      case OTHER_HEADS ->
          new WrongTransactionException(RevisionProblems.headsChanged(recorded), null);
      default -> failure;
    };
  }

  /** Records steps of one direction that a transaction has brought to their end together. */
  static Bookkeeping end(Tables tables, List<MigrationStep> steps, Optional<String> tag) {
    Map<String, AppliedHead> added = new LinkedHashMap<>();
    Set<String> forgotten = new LinkedHashSet<>();
    for (MigrationStep step : steps) {
      for (String head : step.removedHeads()) {
        if (added.remove(head) == null) {
          forgotten.add(head);
        }
      }
      step.addedHeads().forEach(head -> added.put(head.revision(), head));
    }
    List<String> statements = new ArrayList<>(delete(tables, List.copyOf(forgotten)));
    insert(tables, List.copyOf(added.values())).ifPresent(statements::add);
    List<AppliedHead> lines = steps.stream().flatMap(step -> lines(step).stream()).toList();
    statements.add(history(tables, steps.get(0).direction(), lines, Duration.ZERO, tag));
    return new Bookkeeping(statements, forgotten.size(), guard(tables, List.copyOf(forgotten)));
  }

  private static Optional<String> insert(Tables tables, List<AppliedHead> heads) {
    return heads.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "INSERT INTO " + tables.version() + " (revision, checksum) VALUES " + values(heads));
  }

  private static List<String> delete(Tables tables, List<String> revisions) {
    return revisions.isEmpty()
        ? List.of()
        : List.of(
            "DELETE FROM "
                + tables.version()
                + " WHERE revision IN ("
                + revisions.stream().map(Identifiers::literal).collect(joining(", "))
                + ")");
  }

  private static String history(
      Tables tables,
      Direction direction,
      List<AppliedHead> lines,
      Duration before,
      Optional<String> tag) {
    String start =
        before.isZero() ? "now()" : "(now() - interval '" + before.toMillis() + " milliseconds')";
    return "INSERT INTO "
        + tables.history()
        + " (revision, direction, checksum, started_at, duration_ms, applied_by,"
        + " retort_version, tag) SELECT line.revision, "
        + literal(direction.word())
        + ", line.checksum, "
        + start
        + ", (extract(epoch FROM clock_timestamp() - "
        + start
        + ") * 1000)::bigint,"
        + " session_user || '@' || coalesce(host(inet_client_addr()), 'local'), "
        + literal(RetortVersion.CURRENT)
        + ", "
        + orNull(tag)
        + " FROM (VALUES "
        + values(lines)
        + ") AS line (revision, checksum) WHERE pg_catalog.pg_backend_pid() = "
        + tables.serverProcess();
  }

  private static String orNull(Optional<String> text) {
    return text.map(Identifiers::literal).orElse("NULL");
  }

  /** One line of the history for each revision; stamping can mean several. */
  private static List<AppliedHead> lines(MigrationStep step) {
    return step.direction() == Direction.STAMP && !step.addedHeads().isEmpty()
        ? step.addedHeads()
        : List.of(new AppliedHead(step.revision().id(), step.revision().checksum()));
  }

  private static String values(List<AppliedHead> heads) {
    return heads.stream()
        .map(head -> "(" + literal(head.revision()) + ", " + literal(head.checksum()) + ")")
        .collect(joining(", "));
  }
}
