package dev.retort;

import static dev.retort.operation.Filling.set;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.Transactions;
import dev.retort.operation.Operations;
import dev.retort.testing.ShadowedNames;
import dev.retort.testing.TestDatabase;
import dev.retort.testing.TestRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whoever may create something in a schema that migrations run in can create operators and
 * functions there. One that takes exactly what it is given beats PostgreSQL's own, whose operands
 * have to be converted first, wherever the schema stands in the search path; it would then be run
 * by the role that migrates. So Retort's own statements must call none.
 */
class ShadowedNamesTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  @BeforeAll
  static void shadow() throws SQLException {
    ShadowedNames.create(DATABASE);
  }

  @ParameterizedTest
  @EnumSource(Transactions.class)
  void noneIsCalledByAMigration(Transactions mode) throws SQLException {
    Retort retort = retort(chain()).transactions(mode);

    retort.upgrade("r1");
    execute("INSERT INTO t SELECT n FROM generate_series(1, 30) n");
    retort.upgrade();
    retort.verify();
    retort.downgrade("r1");

    assertThat(retort.history()).hasSize(38);
  }

  @Test
  void noneIsCalledWhereAnotherProcessHasTheLock() throws SQLException {
    try (Connection other = DATABASE.connection();
        Statement statement = other.createStatement()) {
      CRC32 hash = new CRC32();
      hash.update("public".getBytes(UTF_8));
      statement.execute("SELECT pg_advisory_lock(" + (0x7265746fL << 32 | hash.getValue()) + ")");

      assertThatThrownBy(() -> retort(chain()).lockWaitTimeout(Duration.ofMillis(50)).upgrade())
          .hasMessageContaining("[RT506]");
    }
  }

  @AfterEach
  void forget() throws SQLException {
    execute("DROP TABLE IF EXISTS t, other, retort_version, retort_history");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Retort retort(TestRegistry registry) {
    return Retort.on(DATABASE.dataSource()).registry(registry);
  }

  private static TestRegistry chain() {
    List<Consumer<Operations>> upgrades = new ArrayList<>();
    List<Consumer<Operations>> downgrades = new ArrayList<>();
    upgrades.add(
        op ->
            op.createTable(
                "t",
                column("id", bigint()).notNull(),
                column("v", text()),
                column("w", bigint()).withDefault("1"),
                primaryKey("id")));
    downgrades.add(op -> op.dropTable("t"));
    upgrades.add(op -> op.createIndex("t", index("ix_v", "v")));
    downgrades.add(op -> op.dropIndex("t", "ix_v"));
    upgrades.add(op -> op.createIndexConcurrently("t", index("ix_w", "w")));
    downgrades.add(op -> op.dropIndexConcurrently("t", "ix_w"));
    upgrades.add(op -> op.backfill("t", set("w", "7").batchSize(10)));
    downgrades.add(op -> op.backfill("t", set("w", "8").batchSize(10)));
    upgrades.add(op -> op.execute("COMMENT ON TABLE t IS 'what is kept'"));
    downgrades.add(op -> op.execute("COMMENT ON TABLE t IS NULL"));
    for (int i = 0; i < 15; i++) {
      String column = "c" + i;
      upgrades.add(op -> op.addColumn("t", column(column, bigint())));
      downgrades.add(op -> op.dropColumn("t", column));
    }
    List<TestRegistry.Entry> entries = TestRegistry.chain(upgrades);
    for (int i = 0; i < entries.size(); i++) {
      entries.set(i, entries.get(i).back(downgrades.get(i)));
    }
    return TestRegistry.of(entries);
  }
}
