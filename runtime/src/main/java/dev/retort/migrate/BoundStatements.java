package dev.retort.migrate;

import dev.retort.postgres.BoundStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs statements with parameters. */
final class BoundStatements {

  /** From the first quote to the last one, in any language of the server's. */
  private static final Pattern QUOTED =
      Pattern.compile("(?s)([\"\u00ab\u00bb\u201c-\u201f]).*([\"\u00ab\u00bb\u201c-\u201f])");

  private BoundStatements() {}

  /** Runs the statement with its values bound; a failure does not tell them. */
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
    } catch (SQLException e) {
      throw withoutValues(e);
    }
  }

  /**
   * What the server says of rows and values that it does not take, without these: they are in the
   * lines after the first (the failing row, the key that is there twice), and of values with the
   * wrong syntax or out of range between quotes in the first. Of wrong SQL it tells no values.
   */
  static SQLException withoutValues(SQLException failure) {
    String state = SqlStates.of(failure).orElse("");
    String message = Secrets.message(failure);
    if (state.startsWith("42")) {
      return failure;
    }
    String told =
        state.startsWith("22") ? QUOTED.matcher(message).replaceFirst("$1***$2") : message;
    String line = told.lines().findFirst().orElse("");
    if (line.equals(message)) {
      return failure;
    }
    SQLException clean = new SQLException(line, failure.getSQLState(), failure.getErrorCode());
    clean.setStackTrace(failure.getStackTrace());
    return clean;
  }
}
