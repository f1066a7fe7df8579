package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static java.util.stream.Collectors.joining;

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
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * The statements that record what a transaction did, to be run at its end. Functions are
 * PostgreSQL's by name, operators by operands that need no conversion: others could create their
 * own in the schema, which fit better and would be run by the role that migrates.
 *
 * @param statements the statements in order; the last of them changes nothing if it is run by
 *     another server process than the one that is to run it
 * @param forgotten how many rows the first of them deletes, if nobody else has changed them; zero
 *     where none of them does
 * @param guarded statements that do the same and fail where {@link #require} would
 */
record Bookkeeping(List<String> statements, int forgotten, List<String> guarded) {

  /** The codes that the guard fails with. */
  private static final String OTHER_PROCESS = "RT523";

  private static final String OTHER_HEADS = "RT526";

  private static final String NOT_A_TRUTH_VALUE = "22P02";

  Bookkeeping {
    statements = List.copyOf(statements);
    guarded = List.copyOf(guarded);
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
    Set<String> forgotten = new LinkedHashSet<>(step.removedHeads());
    if (begun) {
      forgotten.add(step.revision().id());
    }
    return end(
        tables,
        List.copyOf(forgotten),
        step.addedHeads(),
        history(tables, step.direction(), values(lines(step)), before, tag));
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
    return new Bookkeeping(statements, forgotten.size(), guarded(tables, forgotten, statements));
  }

  private static String guard(Tables tables, List<String> forgotten) {
    return """
        DO $retort$
        BEGIN
          IF pg_catalog.pg_backend_pid() <> %s THEN
            RAISE EXCEPTION USING ERRCODE = '%s';
          END IF;
          IF (SELECT pg_catalog.count(*) FROM %s WHERE revision = ANY (ARRAY[%s]::text[])) <> %d THEN
            RAISE EXCEPTION USING ERRCODE = '%s';
          END IF;
        END
        $retort$"""
        .formatted(
            tables.serverProcess(),
            OTHER_PROCESS,
            tables.version(),
            literals(forgotten),
            forgotten.size(),
            OTHER_HEADS);
  }

  /** What a failure of the guard means; any other stays as it is. */
  static SQLException explained(SQLException failure, RecordedStep recorded) {
    String state = SqlStates.of(failure).orElse("");
    return switch (state.equals(NOT_A_TRUTH_VALUE) ? castOf(failure) : state) {
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
      for (AppliedHead head : step.addedHeads()) {
        added.put(head.revision(), head);
      }
    }
    List<AppliedHead> lines = new ArrayList<>();
    for (MigrationStep step : steps) {
      lines.addAll(lines(step));
    }
    return end(
        tables,
        List.copyOf(forgotten),
        List.copyOf(added.values()),
        history(tables, steps.get(0).direction(), values(lines), Duration.ZERO, tag));
  }

  private static Bookkeeping end(
      Tables tables, List<String> forgotten, List<AppliedHead> added, String history) {
    String condition = " WHERE pg_catalog.pg_backend_pid() = " + tables.serverProcess();
    List<String> statements = new ArrayList<>(delete(tables, forgotten));
    List<String> inserts = added.isEmpty() ? List.of() : List.of(insert(tables, values(added)));
    statements.addAll(inserts);
    statements.add(history + condition);
    return new Bookkeeping(
        statements,
        forgotten.size(),
        isReplaced(forgotten, added)
            ? guarded(tables, forgotten, statements)
            : List.of(
                together(tables, delete(tables, forgotten), forgotten.size(), inserts, history)));
  }

  /**
   * The record of an upgrade in one statement with parameters: the head that it follows, the
   * revision and its checksum.
   */
  static String follow(Tables tables, Optional<String> tag) {
    String line = "($2, $3)";
    return together(
        tables,
        List.of("DELETE FROM " + tables.version() + " WHERE revision = $1"),
        1,
        List.of(insert(tables, line)),
        history(tables, Direction.UPGRADE, line, Duration.ZERO, tag));
  }

  /** The same record with another statement that does it and fails where {@link #require} would. */
  Bookkeeping guardedBy(String statement) {
    return new Bookkeeping(statements, forgotten, List.of(statement));
  }

  /** Whether a row is deleted and inserted again, which takes two statements. */
  private static boolean isReplaced(List<String> forgotten, List<AppliedHead> added) {
    for (AppliedHead head : added) {
      if (forgotten.contains(head.revision())) {
        return true;
      }
    }
    return false;
  }

  /**
   * All in one statement, which saves the server the planning of the others. It fails by a cast of
   * what is not a truth value.
   */
  private static String together(
      Tables tables, List<String> deletes, int forgotten, List<String> inserts, String history) {
    StringJoiner parts = new StringJoiner(", ", "WITH ", " ").setEmptyValue("");
    String deleted = "";
    for (String delete : deletes) {
      parts.add("gone AS (" + delete + " RETURNING 1)");
      deleted =
          " WHEN (SELECT pg_catalog.count(*) FROM gone) <> "
              + forgotten
              + " THEN '"
              + OTHER_HEADS
              + "'";
    }
    for (String insert : inserts) {
      parts.add("head AS (" + insert + ")");
    }
    return parts
        + history
        + " WHERE (CASE WHEN pg_catalog.pg_backend_pid() <> "
        + tables.serverProcess()
        + " THEN '"
        + OTHER_PROCESS
        + "'"
        + deleted
        + " ELSE 'true' END)::pg_catalog.bool";
  }

  private static String insert(Tables tables, String values) {
    return "INSERT INTO " + tables.version() + " (revision, checksum) VALUES " + values;
  }

  private static List<String> guarded(
      Tables tables, List<String> forgotten, List<String> statements) {
    List<String> guarded = new ArrayList<>();
    guarded.add(guard(tables, forgotten));
    guarded.addAll(statements);
    return guarded;
  }

  /** Which of the codes it was that is not a truth value; the server quotes it, in any language. */
  private static String castOf(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    for (String code : List.of(OTHER_PROCESS, OTHER_HEADS)) {
      if (message.contains("\"" + code + "\"")) {
        return code;
      }
    }
    return "";
  }

  private static List<String> delete(Tables tables, List<String> revisions) {
    return revisions.isEmpty()
        ? List.of()
        : List.of(
            "DELETE FROM " + tables.version() + " WHERE revision IN (" + literals(revisions) + ")");
  }

  private static String history(
      Tables tables, Direction direction, String lines, Duration before, Optional<String> tag) {
    String now = "pg_catalog.now()";
    String start =
        before.isZero() ? now : "(" + now + " - interval '" + before.toMillis() + " milliseconds')";
    return "INSERT INTO "
        + tables.history()
        + " (revision, direction, checksum, started_at, duration_ms, applied_by,"
        + " retort_version, tag) SELECT line.revision, "
        + literal(direction.word())
        + ", line.checksum, "
        + start
        + ", (extract(epoch FROM pg_catalog.clock_timestamp() - "
        + start
        + ") OPERATOR(pg_catalog.*) 1000)::bigint, pg_catalog.concat(session_user, '@',"
        + " coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'local')), "
        + literal(RetortVersion.CURRENT)
        + ", "
        + orNull(tag)
        + " FROM (VALUES "
        + lines
        + ") AS line (revision, checksum)";
  }

  private static String orNull(Optional<String> text) {
    return text.isPresent() ? literal(text.get()) : "NULL";
  }

  private static String literals(List<String> texts) {
    StringJoiner literals = new StringJoiner(", ");
    for (String text : texts) {
      literals.add(literal(text));
    }
    return literals.toString();
  }

  /** One line of the history for each revision; stamping can mean several. */
  private static List<AppliedHead> lines(MigrationStep step) {
    return step.direction() == Direction.STAMP && !step.addedHeads().isEmpty()
        ? step.addedHeads()
        : List.of(new AppliedHead(step.revision().id(), step.revision().checksum()));
  }

  private static String values(List<AppliedHead> heads) {
    StringJoiner values = new StringJoiner(", ");
    for (AppliedHead head : heads) {
      values.add("(" + literal(head.revision()) + ", " + literal(head.checksum()) + ")");
    }
    return values.toString();
  }
}
