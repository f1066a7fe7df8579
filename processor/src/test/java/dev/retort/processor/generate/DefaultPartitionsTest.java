package dev.retort.processor.generate;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.Partitioning.partitionByList;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Inverses;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.Identity;
import dev.retort.schema.Schema;
import dev.retort.testing.CatalogFacts;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A partition comes beside a default one that has its rows, and goes again. */
class DefaultPartitionsTest {

  private static final String ROWS =
      "SELECT string_agg(concat_ws(' ', tableoid::regclass::text, id, k, loud, kind), ', '"
          + " ORDER BY id) FROM \"it's %s\"";

  @Test
  void itsRowsMoveThereAndBack() throws SQLException {
    Consumer<Operations> a = op -> tables(op);
    Consumer<Operations> b =
        op -> {
          tables(op);
          op.createPartition("it's %s", "$1\"b", "IN ('b', 'it''s')");
          op.createPartition("it's %s", "nothing", "IN (NULL)");
        };
    Schema before = schema(a);
    List<Operation> upgrade = SchemaDiffer.diff(before, schema(b));
    TestDatabase database = created(a);
    database.execute(
        "INSERT INTO kinds VALUES ('a'), ('b'), ('c'), ('it''s');"
            + " INSERT INTO \"it's %s\" (k, kind) VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'it''s'),"
            + " (5, NULL); INSERT INTO notes VALUES (2, 'b'), (4, 'it''s'), (3, 'c');"
            + " CREATE OR REPLACE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql"
            + " AS $$BEGIN RAISE EXCEPTION 'fired'; END$$");
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      Schema reached = run(statement, DraftedOperations.ofUpgrade(upgrade, before), before);
      connection.commit();
      assertThat(one(statement, ROWS))
          .isEqualTo(
              "listed 1 1 2 a, \"$1\"\"b\" 2 2 4 b, \"rest of it's\" 3 3 6 c,"
                  + " \"$1\"\"b\" 4 4 8 it's, nothing 5 5 10");
      assertThat(partitions(database)).isEqualTo(partitions(created(b)));
      assertThat(refused(statement, "DELETE FROM \"it's %s\" WHERE id = 2")).isTrue();
      connection.rollback();

      List<Operation> downgrade = Inverses.of(upgrade, before).orElseThrow();
      run(statement, DraftedOperations.ofDowngrade(downgrade, reached), reached);
      connection.commit();
      assertThat(one(statement, ROWS))
          .isEqualTo(
              "listed 1 1 2 a, \"rest of it's\" 2 2 4 b, \"rest of it's\" 3 3 6 c,"
                  + " \"rest of it's\" 4 4 8 it's, \"rest of it's\" 5 5 10");
      assertThat(partitions(database)).isEqualTo(partitions(created(a)));
      assertThat(refused(statement, "DELETE FROM \"it's %s\" WHERE id = 2")).isTrue();
      connection.rollback();
    }
  }

  private static void tables(Operations op) {
    op.createTable("kinds", column("kind", text()), primaryKey("kind"));
    op.createTable(
        "it's %s",
        column("id", bigint()).asIdentity(Identity.ALWAYS),
        column("k", bigint()).notNull(),
        column("loud", bigint()).generatedAs("k * 2"),
        column("kind", text()),
        foreignKey("kind").references("kinds", "kind"),
        partitionByList("kind"));
    op.createPartition("it's %s", "listed", "IN ('a')");
    op.createPartition("it's %s", "rest of it's", "DEFAULT");
    op.createIndex("it's %s", index("key of it", "k", "kind").asUnique());
    op.createTable(
        "notes",
        column("k", bigint()),
        column("kind", text()),
        foreignKey("k", "kind").references("it's %s", "k", "kind"));
    op.createFunction("watch", "", "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$");
    op.createTrigger(
        "it's %s",
        "watched", "BEFORE INSERT OR UPDATE OR DELETE", "FOR EACH ROW EXECUTE FUNCTION watch()");
  }

  /** The function is another one on purpose. */
  private static Set<String> partitions(TestDatabase database) throws SQLException {
    Set<String> facts = CatalogFacts.all().of(database);
    facts.removeIf(fact -> fact.contains("fired") || fact.contains("RETURN NEW"));
    return facts;
  }

  private static boolean refused(Statement statement, String sql) throws SQLException {
    statement.execute("ALTER TABLE \"it's %s\" DISABLE TRIGGER USER");
    try {
      statement.execute(sql);
      return false;
    } catch (SQLException violation) {
      return violation.getMessage().contains("foreign key");
    }
  }

  private static String one(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Schema run(Statement statement, List<DraftedOperation> drafted, Schema before)
      throws SQLException {
    Schema schema = before;
    for (DraftedOperation each : drafted) {
      DraftedRun.execute(statement, each.operation());
      schema = each.operation().applyTo(schema);
    }
    return schema;
  }

  private static TestDatabase created(Consumer<Operations> script) throws SQLException {
    TestDatabase database = TestDatabase.create();
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement()) {
      for (RecordedOperation each : Operations.record(script)) {
        DraftedRun.execute(statement, each.operation());
      }
    }
    return database;
  }

  private static Schema schema(Consumer<Operations> script) {
    Schema schema = Schema.empty();
    for (RecordedOperation each : Operations.record(script)) {
      schema = each.operation().applyTo(schema);
    }
    return schema;
  }
}
