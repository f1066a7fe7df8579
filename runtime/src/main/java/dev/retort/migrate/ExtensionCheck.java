package dev.retort.migrate;

import dev.retort.operation.CreateExtension;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RunStep;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether the database has TimescaleDB, where revisions to run need it. Asked before anything is
 * changed.
 */
final class ExtensionCheck {

  /** Not loaded where no revision has SQL of its own. */
  private static final class Sql {
    private static final Pattern CREATION =
        Pattern.compile("(?is)create\\s+extension\\b.*\\btimescaledb\\b");
  }

  private static final String LOOK =
      """
      SELECT pg_catalog.current_database(),
        EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'timescaledb'),
        EXISTS (SELECT FROM pg_catalog.pg_available_extensions WHERE name = 'timescaledb')
      """;

  private ExtensionCheck() {}

  /**
   * Looks, if any of the steps needs it.
   *
   * @throws MigrationRefusedException if the extension is not there, and none of the steps before
   *     can have created it
   */
  static void require(Connection connection, List<RecordedStep> steps) throws SQLException {
    boolean mayBeCreated = false;
    for (RecordedStep step : steps) {
      for (RecordedOperation recorded : step.operations()) {
        if (recorded.operation().needsTimescale()) {
          require(connection, step.step(), recorded, mayBeCreated);
          return;
        }
        mayBeCreated = mayBeCreated || mayCreate(recorded.operation());
      }
    }
  }

  private static void require(
      Connection connection, MigrationStep step, RecordedOperation recorded, boolean mayBeCreated)
      throws SQLException {
    try (Statement statement = Session.plain(connection);
        ResultSet row = statement.executeQuery(LOOK)) {
      row.next();
      boolean created = row.getBoolean(2);
      boolean available = row.getBoolean(3);
      if (!created && !(available && mayBeCreated)) {
        throw Failures.refused(
            RevisionProblems.noTimescale(step, recorded, row.getString(1), available));
      }
    }
  }

  /** What code does is not known. */
  private static boolean mayCreate(Operation operation) {
    return operation instanceof RunStep
        || (operation instanceof CreateExtension create
            && create.extension().name().equals("timescaledb"))
        || (operation instanceof ExecuteSql execute && Sql.CREATION.matcher(execute.sql()).find());
  }
}
