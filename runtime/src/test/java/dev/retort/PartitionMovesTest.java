package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.Partitioning.partitionByHash;
import static dev.retort.schema.Partitioning.partitionByList;
import static dev.retort.schema.Partitioning.partitionByRange;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.SqlType.userDefined;
import static dev.retort.testing.OperationScripts.rows;
import static dev.retort.testing.OperationScripts.run;
import static dev.retort.testing.ServerDraft.thereAndBack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterPartitions;
import dev.retort.operation.DropPartition;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.RenamePartition;
import dev.retort.schema.Schema;
import dev.retort.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Drafts that divide a table's rows otherwise lose none of them, on a real server. */
class PartitionMovesTest {

  private static final String ROWS =
      "INSERT INTO t VALUES (10, 'A'), (60, 'B'); INSERT INTO c VALUES (60)";
  private static final String VALUES = "SELECT id, word FROM t ORDER BY id";

  private static Consumer<Operations> ranges(String... partitions) {
    return op -> {
      op.createTable(
          "t",
          column("id", bigint()).notNull(),
          column("word", text()),
          primaryKey("id"),
          partitionByRange("id"));
      op.createIndex("t", index("by_word", "word"));
      for (int i = 0; i < partitions.length; i += 2) {
        op.createPartition("t", partitions[i], partitions[i + 1]);
      }
      op.createTable("c", column("t", bigint()), foreignKey("t").references("t", "id"));
    };
  }

  @Test
  void aPartitionIsSplitAndMerged() throws SQLException {
    thereAndBack(
        ranges("y", "FROM (0) TO (100)"),
        ranges("h1", "FROM (0) TO (50)", "h2", "FROM (50) TO (100)"),
        ROWS,
        VALUES);
  }

  @Test
  void theFirstHalfKeepsTheName() throws SQLException {
    thereAndBack(
        ranges("y", "FROM (0) TO (100)"),
        ranges("y", "FROM (0) TO (50)", "z", "FROM (50) TO (100)"),
        ROWS,
        VALUES);
  }

  @Test
  void aBoundShifts() throws SQLException {
    thereAndBack(
        ranges("h1", "FROM (0) TO (50)", "h2", "FROM (50) TO (100)"),
        ranges("h1", "FROM (0) TO (70)", "h2", "FROM (70) TO (100)"),
        ROWS,
        VALUES);
  }

  /** What takes every row cannot be called after the table then. */
  @Test
  void aTableWithALongNameIsDividedWithoutNamedPartitions() throws SQLException {
    String table = "t".repeat(63);
    Consumer<Operations> whole = op -> op.createTable(table, column("id", bigint()).notNull());
    Consumer<Operations> divided =
        op -> op.createTable(table, column("id", bigint()).notNull(), partitionByHash("id"));
    TestDatabase database = TestDatabase.create();
    run(database, whole);
    database.execute("INSERT INTO " + table + " VALUES (1)");

    run(database, diff(whole, divided));

    assertThat(rows(database, "SELECT id FROM " + table)).containsExactly("1");
  }

  @Test
  void aPartitionIsRenamedUnderAForeignKey() throws SQLException {
    thereAndBack(
        ranges("y", "FROM (0) TO (100)"), ranges("year", "FROM (0) TO (100)"), ROWS, VALUES);
  }

  @Test
  void namesGoRound() throws SQLException {
    thereAndBack(
        ranges("a", "FROM (0) TO (50)", "b", "FROM (50) TO (100)"),
        ranges("b", "FROM (0) TO (50)", "a", "FROM (50) TO (100)"),
        ROWS,
        VALUES);
  }

  @Test
  void aValueMovesToAnotherList() throws SQLException {
    thereAndBack(
        lists("IN ('A', 'B')", "IN ('C')"),
        lists("IN ('A')", "IN ('C', 'B')"),
        LISTED,
        LISTED_VALUES);
  }

  private static final String LISTED = "INSERT INTO l VALUES ('A'), ('B'), ('C')";
  private static final String LISTED_VALUES = "SELECT word FROM l ORDER BY word";

  private static Consumer<Operations> lists(String first, String second) {
    return op -> {
      op.createTable("l", column("word", text()), partitionByList("word"));
      op.createPartition("l", "l_1", first);
      op.createPartition("l", "l_2", second);
    };
  }

  @Test
  void aModulusGrows() throws SQLException {
    thereAndBack(
        hashes(2),
        hashes(3),
        "INSERT INTO h SELECT generate_series(1, 20)",
        "SELECT id FROM h ORDER BY id");
  }

  private static Consumer<Operations> hashes(int modulus) {
    return op -> {
      op.createTable("h", column("id", bigint()), partitionByHash("id"));
      for (int i = 0; i < modulus; i++) {
        op.createPartition("h", "h" + i, "WITH (MODULUS " + modulus + ", REMAINDER " + i + ")");
      }
    };
  }

  private static Consumer<Operations> states(List<String> labels, String... lists) {
    return op -> {
      op.createEnumType("state", labels.toArray(String[]::new));
      op.createTable(
          "s",
          column("state", userDefined("state")).notNull(),
          column("id", bigint()).notNull(),
          primaryKey("id", "state"),
          partitionByList("state"));
      op.createIndex("s", index("by_id", "id").where("state <> 'ON'"));
      for (int i = 0; i < lists.length; i++) {
        op.createPartition("s", "s" + i, lists[i]);
      }
    };
  }

  private static final String STATES = "INSERT INTO s VALUES ('ON', 1)";

  /** PostgreSQL lets no bound name a label that was added in the same transaction. */
  @Test
  void aNewLabelIsThatOfANewPartition() throws SQLException {
    thereAndBack(
        states(List.of("ON"), "IN ('ON')"),
        states(List.of("ON", "OFF"), "IN ('ON')", "IN ('OFF')"),
        STATES,
        "SELECT id, state FROM s");
  }

  @Test
  void nothingIsCopiedForALabelThatNoPartitionNames() throws SQLException {
    List<Operation> upgrade =
        thereAndBack(
            states(List.of("ON"), "IN ('ON')"),
            states(List.of("ON", "OFF", "NEW"), "IN ('ON')"),
            STATES,
            "SELECT id, state FROM s");

    assertThat(upgrade).hasSize(2).allMatch(AddEnumValue.class::isInstance);
  }

  /** What goes and what comes has nothing to do with each other: a window that moves on. */
  @Test
  void nothingIsCopiedWhereNoRowMoves() {
    List<Operation> moved =
        diff(
            ranges("old", "FROM (0) TO (50)", "now", "FROM (50) TO (100)"),
            ranges("now", "FROM (50) TO (100)", "next", "FROM (100) TO (150)"));
    assertThat(moved).hasSize(2).hasAtLeastOneElementOfType(DropPartition.class);

    assertThat(diff(ranges("a", "FROM (0) TO (50)"), ranges("a", "FROM (0) TO (60)")))
        .singleElement()
        .isInstanceOf(AlterPartitions.class);
    assertThat(diff(ranges("a", "FROM (0) TO (50)"), ranges("b", "FROM (0) TO (50)")))
        .singleElement()
        .isInstanceOf(RenamePartition.class);
    assertThat(diff(lists("IN ('A')", "IN ('B')"), lists("IN ('A', 'D')", "IN ('B')")))
        .singleElement()
        .isInstanceOf(AlterPartitions.class);
  }

  private static List<Operation> diff(Consumer<Operations> before, Consumer<Operations> after) {
    return SchemaDiffer.diff(schema(before), schema(after));
  }

  private static Schema schema(Consumer<Operations> script) {
    return Operation.applyAll(
        Operations.record(script).stream().map(RecordedOperation::operation).toList(),
        Schema.empty());
  }
}
