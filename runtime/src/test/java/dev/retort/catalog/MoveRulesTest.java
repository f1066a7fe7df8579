package dev.retort.catalog;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.Partitioning.partitionByList;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;
import static dev.retort.schema.UniqueConstraint.unique;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.MoveSequence;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RecordedOperation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is moved to another namespace is the same in the model and in PostgreSQL. */
class MoveRulesTest {

  private static final String SHOUT =
      "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$";

  private static final ServerAgreement TABLES = ServerAgreement.after(MoveRulesTest::tables);

  private static void tables(Operations op) {
    op.createNamespace("store");
    op.createNamespace("Old \"ns\" $$");
    op.createSequence("goods_seq", 1, 50);
    op.createTable(
        "goods",
        column("id", bigint()).notNull().withDefault("nextval('goods_seq')"),
        column("number", bigint()).asIdentity(),
        column("name", text()),
        column("parent", bigint()),
        primaryKey("id"),
        unique("name"),
        foreignKey("parent").references("goods", "id").notValid());
    op.createIndex("goods", index("by_number", "number"));
    op.createTable(
        "orders", column("goods", bigint()), foreignKey("goods").references("goods", "id"));
    op.createTable("parts", column("kind", text()), partitionByList("kind"));
    op.createPartition("parts", "parts_a", "IN ('a')");
    op.createPartition("parts", "parts_rest", "DEFAULT");
    op.createFunction("shout", "", SHOUT);
  }

  @Test
  void aTableMovesWithAllThatIsItsOwn() throws SQLException {
    TABLES.accepts(
        op -> {
          op.createTrigger(
              "goods", "loud", "BEFORE INSERT", "FOR EACH ROW EXECUTE FUNCTION shout()");
          op.createView("v", "SELECT goods.id FROM goods WHERE goods.id > 0");
          op.createView("w", "SELECT g.id FROM goods AS g");
          op.moveTable("goods", "store");
          op.moveSequence("goods_seq", "store");
          op.createTable("goods", column("id", bigint()), primaryKey("id"));
          op.dropTable("goods");
          op.in("store").renameTable("goods", "wares");
        });
  }

  @Test
  void theWayOverAnotherNamespaceLeadsHome() throws SQLException {
    TABLES.accepts(
        op -> {
          op.createView("v", "SELECT goods.id FROM goods");
          op.moveTable("goods", "Old \"ns\" $$");
          op.in("Old \"ns\" $$").moveTable("goods", "store");
          op.moveSequence("goods_seq", "Old \"ns\" $$");
          op.in("Old \"ns\" $$").moveSequence("goods_seq", "store");
          op.in("store").moveSequenceToDefault("goods_seq");
          op.in("store").moveTableToDefault("goods");
          op.moveTable("goods", "Old \"ns\" $$");
        });
  }

  @Test
  void partitionsMoveWithTheirTable() throws SQLException {
    TABLES.accepts(
        op -> {
          op.moveTable("parts", "store", "parts_rest", "parts_a");
          op.in("store").createPartition("parts", "parts_b", "IN ('b')");
          op.createTable("parts_a", column("id", bigint()));
        });
  }

  @Test
  void rowsAndPositionsAreKept() throws SQLException {
    TABLES.accepts(
        op -> {
          op.execute("INSERT INTO goods (name) VALUES ('drill')");
          op.moveTable("goods", "store");
          op.moveSequence("goods_seq", "store");
        },
        "INSERT INTO store.goods (name) VALUES ('saw')",
        "SELECT string_agg(id || ' ' || number || ' ' || name, ', ' ORDER BY id) FROM store.goods",
        "1 1 drill, 51 2 saw");
  }

  @Test
  void namesThatAreTakenThereAreRefused() throws SQLException {
    TABLES.refuses(
        op -> {
          op.in("store").createTable("goods", column("id", bigint()));
          op.moveTable("goods", "store");
        });
    TABLES.refuses(
        op -> {
          op.in("store").createSequence("by_number", 1, 1);
          op.moveTable("goods", "store");
        });
    TABLES.refuses(
        op -> {
          op.in("store").createEnumType("goods", "A");
          op.moveTable("goods", "store");
        });
    TABLES.refuses(
        op -> {
          op.in("store").createTable("parts_a", column("id", bigint()));
          op.moveTable("parts", "store", "parts_a", "parts_rest");
        });
    TABLES.refuses(
        op -> {
          op.in("store").createView("goods_seq", "SELECT 1 AS one");
          op.moveSequence("goods_seq", "store");
        });
  }

  @Test
  void whatIsNotThereDoesNotMove() throws SQLException {
    TABLES.refuses(op -> op.moveTable("nothing", "store"));
    TABLES.refuses(op -> op.moveSequence("nothing", "store"));
    TABLES.refuses(op -> op.moveTable("parts", "store", "parts_a", "parts_rest", "more"));
  }

  @Test
  void eachPartitionIsNamed() {
    Schema schema = Schema.empty();
    for (RecordedOperation each : Operations.record(MoveRulesTest::tables)) {
      schema = each.operation().applyTo(schema);
    }
    Schema before = schema;
    Operation move =
        new MoveTable(QualifiedName.of("parts"), Optional.of("store"), List.of("parts_a"));
    assertThatThrownBy(() -> move.applyTo(before))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "table parts moves with all of its partitions, and these are not named: parts_rest");
  }

  @Test
  void nothingMovesToWhereItIs() {
    QualifiedName name = QualifiedName.of("store", "goods");
    assertThatThrownBy(() -> new MoveTable(name, Optional.of("store"), List.of()))
        .hasMessage("table store.goods is in that namespace already");
    assertThatThrownBy(() -> new MoveSequence(name, Optional.of("store")))
        .hasMessage("sequence store.goods is in that namespace already");
  }
}
