package dev.retort.benchmarks.boot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a careful hand writes, and the unit of all ratios: a lock, a look at a table of versions,
 * then one statement and one record for each migration, all in one transaction or each in its own.
 * Six round trips where there is nothing to do.
 */
final class JdbcSteps implements Boot {

  private static final long LOCK = 7_211_310;

  private final boolean commitsEach;

  JdbcSteps(boolean commitsEach) {
    this.commitsEach = commitsEach;
  }

  @Override
  public void run(DataSource dataSource) throws IOException, SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '5s'");
      statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
      if (number(statement, "SELECT count(to_regclass('schema_versions'))") == 0) {
        statement.execute(JdbcScript.CREATE_VERSIONS);
      }
      connection.setAutoCommit(false);
      int done = number(statement, "SELECT coalesce(max(version), 0) FROM schema_versions");
      if (done < JdbcScript.count()) {
        apply(connection, statement, done);
      }
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
    }
  }

  private void apply(Connection connection, Statement statement, int done)
      throws IOException, SQLException {
    List<String> statements = JdbcScript.statements();
    try (PreparedStatement record =
        connection.prepareStatement(
            "INSERT INTO schema_versions (version, checksum) VALUES (?, ?)")) {
      for (int i = done; i < statements.size(); i++) {
        statement.execute(statements.get(i));
        record.setInt(1, i + 1);
        record.setString(2, Integer.toHexString(statements.get(i).hashCode()));
        record.executeUpdate();
        if (commitsEach) {
          connection.commit();
        }
      }
    }
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
