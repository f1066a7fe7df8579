package dev.retort.testing;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** A role that may log in and nothing else, with a name that needs quotes; dropped when closed. */
public final class TestRole implements AutoCloseable {

  private static final String PASSWORD = "retort";

  private final TestDatabase database;
  private final String name = "Ro\"le; -- " + UUID.randomUUID().toString().substring(0, 8);

  /** Creates the role on the database's server. */
  public TestRole(TestDatabase database) throws SQLException {
    this.database = database;
    database.execute("CREATE ROLE " + quoted() + " LOGIN PASSWORD " + literal(PASSWORD));
  }

  public String name() {
    return name;
  }

  /** The name as SQL spells it. */
  public String quoted() {
    return quote(name);
  }

  /** A source of new connections of the role to the database. */
  public PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = database.dataSource();
    source.setUser(name);
    source.setPassword(PASSWORD);
    return source;
  }

  @Override
  public void close() throws SQLException {
    database.execute("DROP OWNED BY " + quoted() + "; DROP ROLE " + quoted());
  }
}
