package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.list;
import static dev.retort.postgres.Identifiers.quote;

import dev.retort.operation.BulkDelete;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.BulkUpdate;
import dev.retort.operation.Operation;
import dev.retort.operation.Rows;
import dev.retort.operation.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements on rows that are given as data. No value has a type of its own in them: stored in
 * a column or compared with one, a parameter or constant takes the column's, which the server
 * knows.
 */
final class RowStatements {

  /** The wire protocol counts a statement's parameters with 16 bits. */
  private static final int MAX_PARAMETERS = 65_535;

  /** More gains nothing, and a statement stays one that people can look at. */
  private static final int MAX_ROWS = 1_000;

  private RowStatements() {}

  /** A statement, taken apart where its values stand. */
  static final class Statement {

    private final List<String> texts = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Statement add(String sql) {
      text.append(sql);
      return this;
    }

    private Statement add(Value value) {
      texts.add(text.toString());
      text.setLength(0);
      values.add(value);
      return this;
    }

    /** The values in parentheses. */
    private Statement add(List<Value> row) {
      String separator = "(";
      for (Value value : row) {
        add(separator).add(value);
        separator = ", ";
      }
      return add(")");
    }
  }

  static List<Statement> insert(BulkInsert operation) {
    Rows rows = operation.rows();
    String head =
        "INSERT INTO "
            + quote(operation.table())
            + " ("
            + list(rows.columns())
            + ")"
            + (rows.overridingSystemValue() ? " OVERRIDING SYSTEM VALUE" : "")
            + " VALUES";
    List<Statement> statements = new ArrayList<>();
    for (List<List<Value>> chunk : chunks(rows.values(), rows.columns().size())) {
      Statement statement = new Statement().add(head);
      String separator = "\n    ";
      for (List<Value> row : chunk) {
        statement.add(separator).add(row);
        separator = ",\n    ";
      }
      statements.add(statement);
    }
    return statements;
  }

  /** One for each row: in a list of rows of its own, the values would have types of their own. */
  static List<Statement> update(BulkUpdate operation) {
    Rows rows = operation.rows();
    List<Statement> statements = new ArrayList<>();
    for (List<Value> row : rows.values()) {
      Statement statement = new Statement().add("UPDATE " + quote(operation.table()) + " SET ");
      assign(statement, rows.others(), rows.othersOf(row), ", ");
      statement.add(" WHERE ");
      assign(statement, keyOf(rows), rows.keyOf(row), " AND ");
      statements.add(statement);
    }
    return statements;
  }

  /** The columns of the key, in the order of the values. */
  private static List<String> keyOf(Rows rows) {
    return rows.columns().stream().filter(rows.key()::contains).toList();
  }

  private static void assign(
      Statement statement, List<String> columns, List<Value> values, String separator) {
    for (int i = 0; i < columns.size(); i++) {
      statement.add((i == 0 ? "" : separator) + quote(columns.get(i)) + " = ").add(values.get(i));
    }
  }

  static List<Statement> delete(BulkDelete operation) {
    Rows rows = operation.rows();
    boolean single = rows.key().size() == 1;
    List<String> key = keyOf(rows);
    String head =
        "DELETE FROM "
            + quote(operation.table())
            + " WHERE "
            + (single ? list(key) : "(" + list(key) + ")")
            + " IN (";
    List<Statement> statements = new ArrayList<>();
    List<List<Value>> keys = rows.values().stream().map(rows::keyOf).toList();
    for (List<List<Value>> chunk : chunks(keys, key.size())) {
      Statement statement = new Statement().add(head);
      String separator = "";
      for (List<Value> row : chunk) {
        statement.add(separator);
        separator = ", ";
        if (single) {
          statement.add(row.get(0));
        } else {
          statement.add(row);
        }
      }
      statements.add(statement.add(")"));
    }
    return statements;
  }

  private static List<List<List<Value>>> chunks(List<List<Value>> rows, int columns) {
    int size = Math.max(1, Math.min(MAX_ROWS, MAX_PARAMETERS / columns));
    List<List<List<Value>>> chunks = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += size) {
      chunks.add(rows.subList(from, Math.min(rows.size(), from + size)));
    }
    return chunks;
  }

  static BoundStatement bound(Statement statement) {
    return new BoundStatement(
        woven(statement, statement.values.stream().map(value -> "?").toList()),
        statement.values.stream().map(Values::text).toList());
  }

  static String withConstants(Statement statement) {
    return woven(statement, statement.values.stream().map(Values::cell).toList());
  }

  private static String woven(Statement statement, List<String> values) {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      sql.append(statement.texts.get(i)).append(values.get(i));
    }
    return sql.append(statement.text).toString();
  }

  /** The statements of an operation on rows; none of another operation. */
  static Stream<Statement> of(Operation operation) {
    if (operation instanceof BulkInsert insert) {
      return insert(insert).stream();
    }
    if (operation instanceof BulkUpdate update) {
      return update(update).stream();
    }
    return operation instanceof BulkDelete delete ? delete(delete).stream() : Stream.empty();
  }
}
