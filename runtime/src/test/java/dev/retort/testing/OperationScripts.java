package dev.retort.testing;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.SqlRenderer;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What recorded operations make of a schema and of a database. */
public final class OperationScripts {

  private OperationScripts() {}

  public static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }

  /** The schema that the script makes of nothing. */
  public static Schema schema(Consumer<Operations> script) {
    return Operation.applyAll(recorded(script), Schema.empty());
  }

  public static void run(TestDatabase database, Consumer<Operations> script) throws SQLException {
    run(database, recorded(script));
  }

  /** In one transaction, as a revision is run. */
  public static void run(TestDatabase database, List<Operation> operations) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setEscapeProcessing(false);
      for (Operation operation : operations) {
        for (String sql : SqlRenderer.render(operation)) {
          statement.execute(sql);
        }
      }
      connection.commit();
    }
  }

  /** The query's rows, their values separated by spaces. */
  public static List<String> rows(TestDatabase database, String query) throws SQLException {
    return rows(database, "SELECT 1", query);
  }

  /** The same, in a session in which another statement was run before. */
  public static List<String> rows(TestDatabase database, String before, String query)
      throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(before);
      try (ResultSet result = statement.executeQuery(query)) {
        List<String> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            row.add(String.valueOf(result.getString(i)));
          }
          rows.add(String.join(" ", row));
        }
        return rows;
      }
    }
  }
}
