package dev.retort.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty database on a real PostgreSQL server, for one test.
 *
 * <p>The server is shared by the JVM's tests and picked in this order: the one that the environment
 * variable {@code RETORT_TEST_DATABASE_URL} names (a JDBC URL of a user who may create databases);
 * a container where Docker answers (its image in {@code RETORT_TEST_POSTGRES_IMAGE}, by default the
 * official one); an embedded server.
 *
 * @param url the JDBC URL, without user and password
 * @param user the user, who owns the database
 * @param password the user's password; may be empty
 */
public record TestDatabase(String url, String user, String password) {

  /** Creates a database that nobody else uses. */
  public static TestDatabase create() {
    return TestServer.shared().createDatabase();
  }

  /** A source of new connections to the database. */
  public PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** A new connection; the caller closes it. */
  public Connection connection() throws SQLException {
    return dataSource().getConnection();
  }

  /** Runs SQL on a connection of its own. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first value that a query gives, as text; null for NULL. */
  public String text(String query) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
