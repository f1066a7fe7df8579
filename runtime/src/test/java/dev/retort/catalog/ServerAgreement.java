package dev.retort.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.postgres.SqlRenderer;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.Unordered;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether the model and a running server come to the same through operations, and back. */
final class ServerAgreement {

  private final List<Operation> before;

  private ServerAgreement(List<Operation> before) {
    this.before = before;
  }

  static ServerAgreement after(Consumer<Operations> before) {
    return new ServerAgreement(recorded(before));
  }

  /** Both make the operations, have the same schema then, and had the same before. */
  void accepts(Consumer<Operations> script) throws SQLException {
    Schema start = applied(before, Schema.empty());
    List<Operation> way = recorded(script);
    List<Operation> back = new ArrayList<>();
    Schema reached = start;
    for (Operation operation : way) {
      Optional<List<Operation>> inverse = operation.inverse(reached);
      back.addAll(0, inverse.orElseThrow());
      reached = operation.applyTo(reached);
    }
    try (Connection connection = TestDatabase.create().connection()) {
      run(connection, before);
      run(connection, way);
      assertSame(connection, reached);
      run(connection, back);
      Schema restored = applied(back, reached);
      assertThat(Unordered.of(restored)).isEqualTo(Unordered.of(start));
      assertSame(connection, restored);
    }
  }

  /** Both make the operations; then the statement can be run, and the query gives the answer. */
  void accepts(Consumer<Operations> script, String statement, String query, String answer)
      throws SQLException {
    List<Operation> way = recorded(script);
    applied(way, applied(before, Schema.empty()));
    try (Connection connection = TestDatabase.create().connection();
        Statement after = connection.createStatement()) {
      run(connection, before);
      run(connection, way);
      after.execute(statement);
      try (ResultSet row = after.executeQuery(query)) {
        row.next();
        assertThat(row.getString(1)).isEqualTo(answer);
      }
    }
  }

  /** Neither makes the last of the operations. */
  void refuses(Consumer<Operations> script) throws SQLException {
    List<Operation> way = recorded(script);
    List<Operation> possible = new ArrayList<>(before);
    possible.addAll(way.subList(0, way.size() - 1));
    Operation last = way.get(way.size() - 1);
    Schema schema = applied(possible, Schema.empty());
    assertThat(catchThrowable(() -> last.applyTo(schema))).isInstanceOf(SchemaException.class);
    try (Connection connection = TestDatabase.create().connection()) {
      run(connection, possible);
      assertThat(catchThrowable(() -> run(connection, List.of(last))))
          .isInstanceOf(SQLException.class);
    }
  }

  private static void assertSame(Connection connection, Schema expected) throws SQLException {
    Set<String> namespaces = new TreeSet<>(expected.namespacesInUse());
    namespaces.addAll(expected.prerequisites().namespaces());
    LiveSchema live = CatalogReader.read(connection, "public", namespaces, Set.of());
    assertThat(live.beyond()).isEmpty();
    assertThat(Unordered.of(live.schema()))
        .isEqualTo(Unordered.of(NormalForm.of(connection, "public", expected)));
  }

  private static void run(Connection connection, List<Operation> operations) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Operation operation : operations) {
        for (String sql : SqlRenderer.render(operation)) {
          statement.execute(sql);
        }
      }
    }
  }

  private static Schema applied(List<Operation> operations, Schema to) {
    Schema schema = to;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }
}
