package dev.retort.catalog;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.Partition.partition;
import static dev.retort.schema.Partitioning.partitionByHash;
import static dev.retort.schema.Partitioning.partitionByList;
import static dev.retort.schema.Partitioning.partitionByRange;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.EnumRebuild;
import dev.retort.operation.Operations;
import dev.retort.schema.PartitionStrategy;
import dev.retort.schema.Partitioning;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaException;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What PostgreSQL says of partitioned tables, the replay says too. */
class PartitionRulesTest {

  private final ServerAgreement agreement = ServerAgreement.after(PartitionRulesTest::readings);

  private static void readings(Operations op) {
    op.createEnumType("state", "NEW", "it's", "OLD");
    op.createTable("machines", column("id", bigint()).notNull(), primaryKey("id"));
    op.createTable(
        "readings",
        column("id", bigint()).notNull(),
        column("recorded_at", timestamptz()).notNull(),
        column("machine_id", bigint()),
        column("value", integer()),
        primaryKey("id", "recorded_at"),
        foreignKey("machine_id").references("machines", "id"),
        check("value > 0"),
        partitionByRange("recorded_at"));
    op.createPartition(
        "readings",
        "readings_2026_01",
        "FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00')");
    op.createPartition("readings", "readings_rest", "DEFAULT");
    op.createTable(
        "notes",
        column("reading", bigint()),
        column("at", timestamptz()),
        foreignKey("reading", "at").references("readings", "id", "recorded_at"));
    op.createTable("jobs", column("state", userDefined("state")), partitionByList("state"));
    op.createPartition("jobs", "jobs_new", "IN ('NEW', 'it''s')");
  }

  @Test
  void everyStrategy() throws SQLException {
    agreement.accepts(
        op -> {
          op.createTable(
              "lists",
              column("code", varchar(10)),
              column("n", integer()),
              partitionByList("code"));
          op.createPartition("lists", "list_a", "FOR VALUES IN ('a', 'b', NULL)");
          op.createPartition("lists", "list_rest", "default");
          op.createTable(
              "hashes", column("a", integer()), column("b", text()), partitionByHash("b", "a"));
          op.createPartition("hashes", "hash_0", "with (modulus 2, remainder 0)");
          op.createPartition("hashes", "hash_1", "WITH (MODULUS 2, REMAINDER 1)");
          op.createTable(
              "ranges", column("a", integer()), column("b", text()), partitionByRange("a", "b"));
          op.createPartition("ranges", "range_0", "FROM (MINVALUE, MINVALUE) TO (1 + 1, 'b')");
        });
  }

  @Test
  void partitionsComeAndGoUnderAForeignKey() throws SQLException {
    agreement.accepts(
        op -> {
          op.createPartition("readings", "later", "FROM ('2026-03-01 00:00:00+00') TO (MAXVALUE)");
          op.renamePartition("readings", "later", "from march");
          op.alterPartitions(
              "readings",
              partition("readings_2026_01", "FROM (MINVALUE) TO ('2026-02-01 00:00:00+00')"),
              partition(
                  "from march", "FROM ('2026-02-01 00:00:00+00') TO ('2026-04-01 00:00:00+00')"));
          op.dropPartition("readings", "readings_rest");
          op.renameTable("readings", "measurements");
          op.dropPartition("measurements", "from march");
        });
  }

  @Test
  void partsOfTheTableReachItsPartitions() throws SQLException {
    agreement.accepts(
        op -> {
          op.addColumn("readings", column("unit", text()).notNull().withDefault("'C'"));
          op.alterColumnType("readings", "value", bigint());
          op.renameColumn("readings", "recorded_at", "Taken At");
          op.addConstraint("readings", unique("Taken At", "machine_id"));
          op.addConstraint("readings", check("machine_id <> 13").named("lucky").notValid());
          op.validateConstraint("readings", "lucky");
          op.createIndex("readings", index("by_unit", "unit", "value"));
          op.createIndex("readings", index("once", "Taken At", "unit").asUnique());
          op.dropConstraint("readings", "readings_value_check");
          op.dropColumn("readings", "machine_id");
        });
  }

  @Test
  void aTableGoesWithItsPartitions() throws SQLException {
    agreement.accepts(
        op -> {
          op.dropTable("notes");
          op.dropTable("readings");
          op.createTable("readings_2026_01", column("id", bigint()));
        });
  }

  @Test
  void boundsFollowARenamedLabel() throws SQLException {
    agreement.accepts(op -> op.renameEnumValue("state", "it's", "'t"));
  }

  @Test
  void rowsMoveBetweenTables() throws SQLException {
    agreement.accepts(
        op -> {
          op.createTable("plain", column("id", bigint()).asIdentity(), column("n", integer()));
          op.createTable(
              "divided",
              column("id", bigint()).asIdentity(),
              column("n", integer()),
              partitionByHash("id"));
          op.createPartition("divided", "divided_0", "WITH (MODULUS 1, REMAINDER 0)");
          op.execute("INSERT INTO plain (n) VALUES (1), (2)");
          op.moveRows("plain", "divided", "id", "n");
        },
        "INSERT INTO divided (n) VALUES (3)",
        "SELECT string_agg(id || ':' || n, ',' ORDER BY id) FROM divided",
        "1:1,2:2,3:3");
  }

  @Test
  void keysMustHaveTheColumns() throws SQLException {
    agreement.refuses(op -> op.addConstraint("readings", unique("id")));
    agreement.refuses(op -> op.createIndex("readings", index("i", "value").asUnique()));
  }

  /** Such a table is none, so that a revision cannot even record it. */
  @Test
  void aTableMustBeOne() throws SQLException {
    assertThatThrownBy(() -> table("t", column("a", integer()), partitionByHash("b")))
        .isInstanceOf(SchemaException.class)
        .hasMessage("table t is partitioned by column b, which it does not have; did you mean a?");
    assertThatThrownBy(
            () ->
                table(
                    "t",
                    column("a", integer()),
                    column("b", integer()),
                    unique("a"),
                    partitionByHash("b")))
        .hasMessageContaining(
            "constraint t_a_key of table t does not have column b, but the table is partitioned by it");
    assertThatThrownBy(
            () ->
                table(
                    "t",
                    column("a", integer()),
                    column("b", integer()).generatedAs("a + 1"),
                    partitionByRange("b")))
        .hasMessage("table t cannot be partitioned by column b, which is generated");
    assertThatThrownBy(() -> new Partitioning(PartitionStrategy.LIST, List.of("a", "b"), List.of()))
        .hasMessage("a table cannot be partitioned by lists of more than one column");
    try (Connection connection = TestDatabase.create().connection();
        Statement statement = connection.createStatement()) {
      for (String refused :
          List.of(
              "CREATE TABLE t (a int) PARTITION BY HASH (b)",
              "CREATE TABLE t (a int, b int, UNIQUE (a)) PARTITION BY HASH (b)",
              "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED) PARTITION BY RANGE (b)",
              "CREATE TABLE t (a int, b int) PARTITION BY LIST (a, b)")) {
        assertThatThrownBy(() -> statement.execute(refused)).isInstanceOf(SQLException.class);
      }
    }
  }

  private static Table table(String name, TableElement... elements) {
    return Table.table(QualifiedName.of(name), elements);
  }

  @Test
  void columnsOfTheKeyStay() throws SQLException {
    agreement.refuses(op -> op.dropColumn("readings", "recorded_at"));
    agreement.refuses(op -> op.alterColumnType("readings", "recorded_at", timestamptz(3)));
    agreement.refuses(
        op ->
            op.rebuildEnumType("state", EnumRebuild.labels("NEW", "it's").usedBy("jobs", "state")));
  }

  @Test
  void partitionsMustFit() throws SQLException {
    agreement.refuses(op -> op.createPartition("machines", "p", "DEFAULT"));
    agreement.refuses(op -> op.createPartition("readings", "p", "IN (1)"));
    agreement.refuses(op -> op.createPartition("readings", "p", "DEFAULT"));
    agreement.refuses(op -> op.createPartition("jobs", "machines", "DEFAULT"));
    agreement.refuses(op -> op.createPartition("jobs", "state", "DEFAULT"));
    agreement.refuses(op -> op.createEnumType("jobs_new", "A"));
    agreement.refuses(op -> op.createTable("jobs_new", column("id", bigint())));
    agreement.refuses(op -> op.dropTable("readings_rest"));
    agreement.refuses(op -> op.dropPartition("readings", "jobs_new"));
    agreement.refuses(
        op -> {
          op.createTable("h", column("a", integer()), partitionByHash("a"));
          op.createPartition("h", "p", "DEFAULT");
        });
    agreement.refuses(
        op -> {
          op.createTable("h", column("a", integer()), partitionByHash("a"));
          op.createPartition("h", "p", "WITH (MODULUS 2, REMAINDER 2)");
        });
  }

  @Test
  void identity() throws SQLException {
    agreement.accepts(
        op -> {
          op.createTable("t", column("a", bigint()).asIdentity(), partitionByHash("a"));
          op.createPartition("t", "p", "WITH (MODULUS 1, REMAINDER 0)");
          op.dropIdentity("t", "a");
        });
  }
}
