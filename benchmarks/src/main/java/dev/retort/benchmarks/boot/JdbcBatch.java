package dev.retort.benchmarks.boot;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The floor: one look, without a lock, and whatever is missing in one message. */
final class JdbcBatch implements Boot {

  private static final String NO_TABLE = "42P01";

  @Override
  public void run(DataSource dataSource) throws IOException, SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      int done = done(statement);
      if (done < JdbcScript.count()) {
        List<String> all = new ArrayList<>();
        if (done == 0) {
          all.add(JdbcScript.CREATE_VERSIONS);
        }
        List<String> statements = JdbcScript.statements();
        for (int i = done; i < statements.size(); i++) {
          all.add(statements.get(i));
          all.add(
              "INSERT INTO schema_versions (version, checksum) VALUES (%d, '%h')"
                  .formatted(i + 1, statements.get(i)));
        }
        // Several statements in one string are one transaction.
        statement.execute(String.join(";\n", all));
      }
    }
  }

  private static int done(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT max(version) FROM schema_versions")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      if (NO_TABLE.equals(e.getSQLState())) {
        return 0;
      }
      throw e;
    }
  }
}
