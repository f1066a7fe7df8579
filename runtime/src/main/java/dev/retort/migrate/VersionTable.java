package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.quote;

import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The two tables in which a database records what was applied to it. */
final class VersionTable {

  static final String VERSION = "retort_version";
  static final String HISTORY = "retort_history";

  /** A row is a head, or, where it has a direction, a revision that was begun and has not ended. */
  private static final String VERSION_COLUMNS =
      """
       (
          revision text PRIMARY KEY,
          checksum text NOT NULL,
          direction text CHECK (direction IN ('upgrade', 'downgrade')),
          done integer,
          reached text
      )""";

  private static final String HISTORY_COLUMNS =
      """
       (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          revision text NOT NULL,
          direction text NOT NULL
            CHECK (direction IN ('upgrade', 'downgrade', 'stamp', 'repair')),
          checksum text NOT NULL,
          started_at timestamp with time zone NOT NULL,
          duration_ms bigint NOT NULL,
          applied_by text NOT NULL,
          retort_version text NOT NULL,
          tag text
      )""";

  private final String schema;
  private final String version;
  private final String history;

  VersionTable(String schema) {
    this.schema = schema;
    this.version = quote(QualifiedName.of(schema, VERSION));
    this.history = quote(QualifiedName.of(schema, HISTORY));
  }

  /** What was done, oldest first; nothing where there is no such table. */
  List<HistoryEntry> readHistory(Connection connection) throws SQLException {
    try (Statement statement = Session.plain(connection);
        ResultSet rows =
            statement.executeQuery(
                "SELECT revision, direction, checksum, started_at, duration_ms, applied_by,"
                    + " retort_version, tag FROM "
                    + history
                    + " ORDER BY id")) {
      List<HistoryEntry> entries = new ArrayList<>();
      while (rows.next()) {
        entries.add(
            new HistoryEntry(
                rows.getString(1),
                Direction.ofWord(rows.getString(2)),
                rows.getString(3),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                Duration.ofMillis(rows.getLong(5)),
                rows.getString(6),
                rows.getString(7),
                Optional.ofNullable(rows.getString(8))));
      }
      return entries;
    } catch (SQLException e) {
      if (SqlStates.isNoTable(e)) {
        return List.of();
      }
      throw e;
    }
  }

  /**
   * Makes sure, in one transaction like those of the revisions, that they can be run and recorded:
   * creates what is missing of the tables and their schema, all or nothing. What is there is not
   * created again: CREATE … IF NOT EXISTS demands the privilege even where it creates nothing.
   *
   * @param lock the lock to take, where the session does not hold it
   * @return what the session finds and may do
   * @throws MigrationRefusedException if the transaction can only read
   * @throws BookkeepingException if the role lacks a privilege on the tables or to create them
   */
  DatabaseAccess prepare(Connection connection, Optional<TransactionLock> lock)
      throws SQLException {
    connection.setAutoCommit(false);
    DatabaseAccess access;
    try (Statement statement = Session.plain(connection)) {
      if (lock.isPresent()) {
        lock.get().takeUnseen(connection);
      }
      access = DatabaseAccess.of(connection, schema);
      if (access.readOnly().isPresent()) {
        throw Failures.refused(AccessProblems.readOnly(access));
      }
      if (!access.missing().isEmpty()) {
        throw Failures.bookkeeping(AccessProblems.missing(access, access.missing()));
      }
      List<String> missing = creation(access);
      if (missing.isEmpty()) {
        connection.commit();
      } else {
        // What the tables' conditions mean is PostgreSQL's, whatever others put in the search path.
        statement.execute(
            "SET LOCAL search_path = pg_catalog;\n" + String.join(";\n", missing) + ";\nCOMMIT");
      }
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
    connection.setAutoCommit(true);
    return access;
  }

  /** What fails here is less than what failed before; a lost connection rolls back by itself. */
  private static void rollBack(Connection connection, Exception reason) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private List<String> creation(DatabaseAccess access) {
    List<String> statements = new ArrayList<>();
    if (!access.hasSchema()) {
      statements.add(createSchema());
    }
    if (!access.hasVersion()) {
      statements.add(createVersion());
    }
    if (!access.hasHistory()) {
      statements.add(createHistory());
    }
    return statements;
  }

  private String createSchema() {
    return "CREATE SCHEMA IF NOT EXISTS " + quote(schema);
  }

  private String createVersion() {
    return "CREATE TABLE IF NOT EXISTS " + version + VERSION_COLUMNS;
  }

  private String createHistory() {
    return "CREATE TABLE IF NOT EXISTS " + history + HISTORY_COLUMNS;
  }

  /** The statements that create what is missing of the tables and their schema, in a script. */
  List<String> creation() {
    List<String> tables = List.of(createVersion(), createHistory());
    return schema.equals(MigrationSettings.DEFAULT.schema())
        ? tables
        : Stream.concat(Stream.of(createSchema()), tables.stream()).toList();
  }

  /** SQL's expression for what is recorded: {@link #text} of each head, sorted. */
  String recorded() {
    return "(SELECT coalesce(pg_catalog.array_agg(revision || ' ' || checksum"
        + " || coalesce(' ' || direction || ' ' || done::text, '')"
        + " ORDER BY revision COLLATE \"C\"),"
        + " '{}') FROM "
        + version
        + ")";
  }

  /** What {@link #recorded} gives of a revision that has not ended, after its id. */
  static String text(UnfinishedRevision unfinished) {
    return unfinished.checksum() + " " + unfinished.direction().word() + " " + unfinished.done();
  }

  /** A head as {@link #recorded} gives it. */
  static String text(AppliedHead head) {
    return head.revision() + " " + head.checksum();
  }

  /** The tables for statements that any server process may run. */
  Bookkeeping.Tables tables() {
    return new Bookkeeping.Tables(version, history, "pg_catalog.pg_backend_pid()");
  }

  /** The tables for statements that only the given server process is to run. */
  Bookkeeping.Tables tables(int serverProcess) {
    return new Bookkeeping.Tables(version, history, String.valueOf(serverProcess));
  }
}
