package dev.retort.migrate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.postgres.Identifiers;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The two tables in which a database records what was applied to it. */
final class VersionTable {

  private final String schema;
  private final String version;
  private final String history;

  VersionTable(String schema) {
    this.schema = schema;
    this.version = quote(QualifiedName.of(schema, "retort_version"));
    this.history = quote(QualifiedName.of(schema, "retort_history"));
  }

  /** The heads, in one statement and one round trip; empty where there is no such table. */
  Optional<List<AppliedHead>> readHeads(Connection connection) throws SQLException {
    try (Statement statement = plain(connection);
        ResultSet rows = statement.executeQuery("SELECT revision, checksum FROM " + version)) {
      List<AppliedHead> heads = new ArrayList<>();
      while (rows.next()) {
        heads.add(new AppliedHead(rows.getString(1), rows.getString(2)));
      }
      heads.sort(Comparator.comparing(AppliedHead::revision));
      return Optional.of(heads);
    } catch (SQLException e) {
      if (SqlStates.isNoTable(e)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What was done, oldest first; nothing where there is no such table. */
  List<HistoryEntry> readHistory(Connection connection) throws SQLException {
    try (Statement statement = plain(connection);
        ResultSet rows =
            statement.executeQuery(
                "SELECT revision, direction, checksum, started_at, duration_ms, applied_by,"
                    + " retort_version FROM "
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
                rows.getString(7)));
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
   * Creates the tables, and their schema if there is none. Asks for the schema first: CREATE SCHEMA
   * IF NOT EXISTS demands the privilege to create schemas even where it creates none.
   */
  void create(Connection connection) throws SQLException {
    try (Statement statement = plain(connection)) {
      boolean schemaExists;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = "
                  + literal(schema)
                  + ")")) {
        schemaExists = row.next() && row.getBoolean(1);
      }
      if (!schemaExists) {
        statement.execute("CREATE SCHEMA IF NOT EXISTS " + quote(schema));
      }
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + version
              + " (revision text PRIMARY KEY, checksum text NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS "
              + history
              + """
               (
                  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  revision text NOT NULL,
                  direction text NOT NULL CHECK (direction IN ('upgrade', 'downgrade', 'stamp')),
                  checksum text NOT NULL,
                  started_at timestamp with time zone NOT NULL,
                  duration_ms bigint NOT NULL,
                  applied_by text NOT NULL,
                  retort_version text NOT NULL
              )""");
    }
  }

  /**
   * The statements that record a step, to be run at the end of its transaction: {@code now()} is
   * when that began.
   */
  List<String> bookkeeping(MigrationStep step) {
    List<String> statements = new ArrayList<>();
    if (!step.removedHeads().isEmpty()) {
      statements.add(
          "DELETE FROM "
              + version
              + " WHERE revision IN ("
              + step.removedHeads().stream().map(Identifiers::literal).collect(joining(", "))
              + ")");
    }
    if (!step.addedHeads().isEmpty()) {
      statements.add(
          "INSERT INTO "
              + version
              + " (revision, checksum) VALUES "
              + step.addedHeads().stream()
                  .map(
                      head ->
                          "(" + literal(head.revision()) + ", " + literal(head.checksum()) + ")")
                  .collect(joining(", ")));
    }
    statements.add(
        "INSERT INTO "
            + history
            + " (revision, direction, checksum, started_at, duration_ms, applied_by,"
            + " retort_version) VALUES ("
            + literal(step.revision().id())
            + ", "
            + literal(step.direction().word())
            + ", "
            + literal(step.revision().checksum())
            + ", now(), (extract(epoch FROM clock_timestamp() - now()) * 1000)::bigint,"
            + " session_user || '@' || coalesce(host(inet_client_addr()), 'local'), "
            + literal(RetortVersion.CURRENT)
            + ")");
    return statements;
  }

  /** A statement whose text the driver leaves alone: braces are not its escapes here. */
  private static Statement plain(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    return statement;
  }
}
