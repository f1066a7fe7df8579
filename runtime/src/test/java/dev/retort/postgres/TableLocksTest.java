package dev.retort.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testing.Randomness;
import dev.retort.testing.RetortArbitraries;
import dev.retort.testing.ServerAbility;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What is said of locks is what {@code pg_locks} shows. */
class TableLocksTest {

  private static final int PAIRS = Integer.getInteger("retort.pairs", 100) / 5;

  @Test
  void areThoseThatTheServerTakes() throws SQLException {
    int compared = 0;
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      ServerAbility server = ServerAbility.of(connection);
      long first = Randomness.seed();
      for (long seed = first; seed < first + PAIRS; seed++) {
        Random random = new Random(seed);
        Schema before = server.possible(RetortArbitraries.schema(random));
        Schema after = server.possible(RetortArbitraries.schema(random));
        compared += compare(seed, connection, statement, before, after);
      }
    }
    assertThat(compared).isGreaterThan(10 * PAIRS);
  }

  /** They wait for a transaction that is open, and can be looked at while they do. */
  @Test
  void ofIndexesThatComeAndGoConcurrentlyAreThoseThatTheServerTakes() throws Exception {
    TestDatabase database = TestDatabase.create();
    database.execute("CREATE TABLE t (id int, other int); CREATE INDEX gone ON t (other)");
    QualifiedName table = QualifiedName.of("t");
    for (Operation operation :
        List.of(
            new CreateIndex(table, Index.index("added", "id"), true),
            new DropIndex(table, "gone", true))) {
      CompletableFuture<?> running;
      try (Connection writer = database.connection();
          Statement statement = writer.createStatement()) {
        writer.setAutoCommit(false);
        statement.execute("INSERT INTO t VALUES (1, 1)");
        running = CompletableFuture.runAsync(() -> run(database, operation));
        String locks =
            "SELECT string_agg(DISTINCT l.mode, ',') FROM pg_locks l JOIN pg_stat_activity a"
                + " ON a.pid = l.pid WHERE l.relation = 't'::regclass AND l.granted"
                + " AND a.query LIKE '%CONCURRENTLY%' AND a.pid <> pg_backend_pid()";
        String taken = null;
        while (taken == null && !running.isDone()) {
          taken = database.text(locks);
        }
        assertThat(LockMode.ofCatalog(String.valueOf(taken)))
            .as(operation.describe())
            .isEqualTo(TableLocks.of(operation, Schema.empty()).get(table));
      }
      running.join();
    }
  }

  private static void run(TestDatabase database, Operation operation) {
    try {
      database.execute(SqlRenderer.render(operation).get(0));
    } catch (SQLException e) {
      throw new CompletionException(e);
    }
  }

  private static int compare(
      long seed, Connection connection, Statement statement, Schema before, Schema after)
      throws SQLException {
    statement.execute(
        "DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    run(statement, SchemaDiffer.diff(Schema.empty(), before));
    connection.setAutoCommit(false);
    Map<Long, QualifiedName> tables = tables(statement, before);
    Map<QualifiedName, LockMode> said = new TreeMap<>();
    List<String> done = new ArrayList<>();
    int compared = 0;
    Schema at = before;
    for (Operation operation : SchemaDiffer.diff(before, after)) {
      Map<QualifiedName, LockMode> locks = TableLocks.of(operation, at);
      locks.forEach((table, mode) -> said.merge(table, mode, LockMode::stronger));
      try {
        run(statement, List.of(operation));
      } catch (SQLException needsConversion) {
        break;
      }
      at = operation.applyTo(at);
      done.add(operation.describe());
      Map<QualifiedName, LockMode> taken = taken(statement, tables);
      Map<QualifiedName, LockMode> told = new TreeMap<>(said);
      told.keySet().retainAll(tables.values());
      told.values().removeIf(mode -> !isTold(mode));
      assertThat(told).as("seed %s after %s", seed, done).isEqualTo(taken);
      compared += taken.size();
    }
    connection.rollback();
    connection.setAutoCommit(true);
    return compared;
  }

  private static void run(Statement statement, List<Operation> operations) throws SQLException {
    statement.setEscapeProcessing(false);
    for (Operation operation : operations) {
      for (String sql : SqlRenderer.render(operation)) {
        statement.execute(sql);
      }
    }
  }

  private static Map<Long, QualifiedName> tables(Statement statement, Schema schema)
      throws SQLException {
    Map<Long, QualifiedName> tables = new HashMap<>();
    for (Table table : schema.tables().values()) {
      String name = Identifiers.literal(Identifiers.quote(table.name()));
      try (ResultSet row = statement.executeQuery("SELECT " + name + "::regclass::oid")) {
        row.next();
        tables.put(row.getLong(1), table.name());
      }
    }
    return tables;
  }

  private static Map<QualifiedName, LockMode> taken(
      Statement statement, Map<Long, QualifiedName> tables) throws SQLException {
    Map<QualifiedName, LockMode> taken = new TreeMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT relation, mode FROM pg_locks"
                + " WHERE locktype = 'relation' AND granted AND pid = pg_backend_pid()")) {
      while (rows.next()) {
        QualifiedName table = tables.get(rows.getLong(1));
        LockMode mode = LockMode.ofCatalog(rows.getString(2));
        if (table != null && isTold(mode)) {
          taken.merge(table, mode, LockMode::stronger);
        }
      }
    }
    return taken;
  }

  /** Locks of queries are left out: planning a statement can take them. */
  private static boolean isTold(LockMode mode) {
    return mode.compareTo(LockMode.ROW_EXCLUSIVE) >= 0;
  }
}
