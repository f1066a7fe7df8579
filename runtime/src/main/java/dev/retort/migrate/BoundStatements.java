package dev.retort.migrate;

import dev.retort.postgres.BoundStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Runs statements with parameters. */
final class BoundStatements {

  private BoundStatements() {}

  /** Runs the statement with its values bound, so that no failure's message tells them. */
  static void run(Connection connection, BoundStatement bound) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(bound.sql())) {
      int index = 0;
      for (Optional<String> parameter : bound.parameters()) {
        index++;
        // OTHER has the driver send no type, so that the server takes the one of the place.
        if (parameter.isPresent()) {
          statement.setObject(index, parameter.get(), Types.OTHER);
        } else {
          statement.setNull(index, Types.OTHER);
        }
      }
      statement.execute();
    }
  }
}
