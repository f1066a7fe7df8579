package dev.retort.operation;

import java.sql.Connection;
import java.sql.SQLException;

/** Code of a revision that needs the database. */
@FunctionalInterface
public interface Step {

  /**
   * Runs inside the revision's transaction. It may be run several times: when the revision meets
   * locks, a deadlock or a serialization failure, all of it is rolled back and run again. What it
   * does outside the database is not rolled back.
   *
   * @param connection the migrating connection; it must not be closed, committed or rolled back
   * @throws SQLException to fail the revision, which is then rolled back whole
   */
  void run(Connection connection) throws SQLException;
}
