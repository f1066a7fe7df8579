package dev.retort.postgres;

import dev.retort.operation.BulkDelete;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.BulkUpdate;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.SqlPieces;
import dev.retort.operation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement for JDBC with its parameters, each as text whose type is the server's to find: in the
 * statement's casts, or where it stands.
 *
 * @param sql the statement, with a question mark for each parameter
 * @param parameters the parameters in order; empty for NULL
 */
public record BoundStatement(String sql, List<Optional<String>> parameters) {

  public BoundStatement {
    parameters = List.copyOf(parameters);
  }

  /** The statement with its parameters, which must be there. */
  public static BoundStatement of(ExecuteSql statement) {
    List<String> markers = new ArrayList<>();
    for (Value value : statement.parameters()) {
      markers.add(Values.type(value).map(type -> "(?::" + type + ")").orElse("?"));
    }
    return new BoundStatement(
        woven(SqlPieces.of(statement.sql()).texts(), markers),
        statement.parameters().stream().map(Values::text).toList());
  }

  /** Whether the operation's values are rows. */
  public static boolean holdsRows(Operation operation) {
    return operation instanceof BulkInsert
        || operation instanceof BulkUpdate
        || operation instanceof BulkDelete;
  }

  /** The statements of an operation whose values are rows; none of any other. */
  public static List<BoundStatement> ofRows(Operation operation) {
    return RowStatements.of(operation).map(RowStatements::bound).toList();
  }

  /** The statement as people read it and psql runs it. */
  static String withConstants(ExecuteSql statement) {
    if (statement.parameters().isEmpty()) {
      return statement.sql();
    }
    return woven(
        SqlPieces.of(statement.sql()).unescaped(),
        statement.parameters().stream().map(Values::constant).toList());
  }

  /** The texts with the values between them, kept apart from words and quotes that they touch. */
  private static String woven(List<String> texts, List<String> values) {
    StringBuilder woven = new StringBuilder(texts.get(0));
    for (int i = 0; i < values.size(); i++) {
      if (woven.length() > 0 && clings(woven.charAt(woven.length() - 1))) {
        woven.append(' ');
      }
      String after = texts.get(i + 1);
      woven.append(values.get(i));
      woven.append(!after.isEmpty() && clings(after.charAt(0)) ? " " : "").append(after);
    }
    return woven.toString();
  }

  private static boolean clings(char c) {
    return Character.isLetterOrDigit(c) || "_$'\"&".indexOf(c) >= 0 || c > 127;
  }
}
