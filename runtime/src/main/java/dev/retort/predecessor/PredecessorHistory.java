package dev.retort.predecessor;

import static java.util.Objects.requireNonNull;

import dev.retort.postgres.Identifiers;
import dev.retort.problem.ProblemException;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What another tool has recorded of a database.
 *
 * @param tool the tool
 * @param at the last of what it did, in its own words; Alembic's heads; empty if it did nothing
 */
public record PredecessorHistory(Predecessor tool, List<String> at) {

  public PredecessorHistory {
    requireNonNull(tool, "tool");
    at = List.copyOf(at);
  }

  /**
   * Reads it.
   *
   * @param schema the schema that the tool keeps its tables in
   * @throws ProblemException if there is no such history, or the tool has not ended its work
   * @throws SQLException if it cannot be read
   */
  public static PredecessorHistory of(Connection connection, String schema, Predecessor tool)
      throws SQLException, ProblemException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String table : tool.tables()) {
        if (!exists(statement, schema, table)) {
          throw new ProblemException(PredecessorProblems.noHistory(tool, schema, table));
        }
      }
      return new Reader(statement, schema).read(tool);
    }
  }

  private static boolean exists(Statement statement, String schema, String table)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT pg_catalog.to_regclass("
                + Identifiers.literal(Identifiers.quote(QualifiedName.of(schema, table)))
                + ") IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * The questions to each tool's tables. Functions are PostgreSQL's by name, operators by operands
   * that need no conversion: others may have created their own in the schema.
   */
  private record Reader(Statement statement, String schema) {

    PredecessorHistory read(Predecessor tool) throws SQLException, ProblemException {
      return new PredecessorHistory(
          tool,
          switch (tool) {
            case FLYWAY -> flyway();
            case LIQUIBASE -> liquibase();
            case ALEMBIC -> rows("SELECT version_num FROM %s ORDER BY 1", tool.tables().get(0));
          });
    }

    private List<String> flyway() throws SQLException, ProblemException {
      requireNone(
          Predecessor.FLYWAY,
          "SELECT pg_catalog.concat(CASE WHEN version IS NULL THEN 'script ' ELSE 'migration ' END,"
              + " coalesce(version, script), ' (', description, ') has failed')"
              + " FROM %s WHERE NOT success ORDER BY installed_rank",
          0);
      return rows(
          "SELECT pg_catalog.concat(version, ' (', description, ')') FROM %s"
              + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1",
          Predecessor.FLYWAY.tables().get(0));
    }

    private List<String> liquibase() throws SQLException, ProblemException {
      requireNone(
          Predecessor.LIQUIBASE,
          "SELECT pg_catalog.concat('change set ', id, ' of ', author, ' in ', filename,"
              + " ' has failed') FROM %s WHERE exectype::text = 'FAILED' ORDER BY orderexecuted",
          0);
      requireNone(
          Predecessor.LIQUIBASE,
          "SELECT pg_catalog.concat('its lock is held by ', coalesce(lockedby, 'somebody'),"
              + " ' since ', coalesce(lockgranted::text, 'some time')) FROM %s WHERE locked",
          1);
      return rows(
          "SELECT pg_catalog.concat(id, ' of ', author, ' in ', filename) FROM %s"
              + " ORDER BY dateexecuted DESC, orderexecuted DESC LIMIT 1",
          Predecessor.LIQUIBASE.tables().get(0));
    }

    private void requireNone(Predecessor tool, String query, int table)
        throws SQLException, ProblemException {
      List<String> unfinished = rows(query, tool.tables().get(table));
      if (!unfinished.isEmpty()) {
        throw new ProblemException(PredecessorProblems.unfinished(tool, unfinished));
      }
    }

    private List<String> rows(String query, String table) throws SQLException {
      String from = Identifiers.quote(QualifiedName.of(schema, table));
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(query.replace("%s", from))) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    }
  }
}
