package dev.retort.operation;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.testing.RetortArbitraries;
import dev.retort.testing.Unordered;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class InversesTest {

  private static final Schema MACHINES =
      applied(
          recorded(
              op -> {
                op.createTable("machines", column("id", bigint()), column("name", varchar(100)));
                op.createIndex("machines", index("ix_name", "name"));
              }),
          Schema.empty());

  @Test
  void theLastOperationIsTakenBackFirst() {
    List<Operation> upgrade =
        recorded(
            op -> {
              op.addColumn("machines", column("status", varchar(20)));
              op.createIndex("machines", index("ix_status", "status"));
            });

    assertThat(Inverses.of(upgrade, MACHINES))
        .contains(
            recorded(
                op -> {
                  op.dropIndex("machines", "ix_status");
                  op.dropColumn("machines", "status");
                }));
  }

  @Test
  void eachInverseIsThatOfItsMoment() {
    List<Operation> upgrade =
        recorded(
            op -> {
              op.renameColumn("machines", "name", "label");
              op.alterColumnType("machines", "label", varchar(200));
              op.dropColumn("machines", "label");
            });

    assertThat(Inverses.of(upgrade, MACHINES))
        .contains(
            recorded(
                op -> {
                  op.addColumn("machines", column("label", varchar(200)));
                  op.createIndex("machines", index("ix_name", "label"));
                  op.alterColumnType("machines", "label", varchar(100));
                  op.renameColumn("machines", "label", "name");
                }));
  }

  @Test
  void aPrimaryKeyTakesItsNotNullWithIt() {
    List<Operation> upgrade = recorded(op -> op.addConstraint("machines", primaryKey("id")));

    assertThat(Inverses.of(upgrade, MACHINES))
        .contains(
            recorded(
                op -> {
                  op.dropConstraint("machines", "machines_pkey");
                  op.dropNotNull("machines", "id");
                }));
  }

  /** The table is another one on the way back, and they must not go with the old one. */
  @Test
  void aHypertableGoesBackWithItsViewsAndTriggers() {
    Schema before =
        applied(
            recorded(
                op -> {
                  op.createTable(
                      "readings",
                      column("taken", SqlType.timestamptz()),
                      column("value", bigint()));
                  op.createIndex("readings", index("ix_taken", "taken"));
                  op.createView("latest", "SELECT max(taken) FROM readings");
                  op.createTrigger(
                      "readings",
                      "react",
                      "AFTER UPDATE",
                      "FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()");
                }),
            Schema.empty());
    List<Operation> upgrade = recorded(op -> op.createHypertable("readings", "taken"));
    List<Operation> downgrade = Inverses.of(upgrade, before).orElseThrow();

    assertThat(Unordered.of(applied(downgrade, applied(upgrade, before))))
        .isEqualTo(Unordered.of(before));
  }

  @Test
  void whatARowStatementDidCannotBeTakenBack() {
    List<Operation> upgrade =
        recorded(
            op -> {
              op.addColumn("machines", column("status", varchar(20)));
              op.execute("UPDATE machines SET status = 'ACTIVE'");
            });

    assertThat(Inverses.of(upgrade, MACHINES)).isEmpty();
  }

  @Property(seed = "1", tries = 1000)
  void theInverseRestores(@ForAll("upgrades") RetortArbitraries.Upgrade upgrade) {
    Schema after = applied(upgrade.operations(), upgrade.before());

    Optional<List<Operation>> downgrade = Inverses.of(upgrade.operations(), upgrade.before());

    boolean statements = false;
    Schema at = upgrade.before();
    for (Operation operation : upgrade.operations()) {
      statements = statements || saysNoWayBack(operation, at);
      at = operation.applyTo(at);
    }
    assertThat(downgrade.isEmpty()).isEqualTo(statements);
    downgrade.ifPresent(
        operations ->
            assertThat(Unordered.of(applied(operations, after)))
                .isEqualTo(Unordered.of(upgrade.before())));
  }

  /** Of rows only what their author says is known; nothing else lacks a way back. */
  private static boolean saysNoWayBack(Operation operation, Schema before) {
    return (operation instanceof ExecuteSql execute && execute.reverse().isEmpty())
        || (operation instanceof BulkUpdate update && update.rows().former().isEmpty())
        || (operation instanceof BulkDelete delete && delete.inverse(before).isEmpty())
        || (operation instanceof BulkInsert insert && insert.inverse(before).isEmpty());
  }

  @Provide
  static Arbitrary<RetortArbitraries.Upgrade> upgrades() {
    return RetortArbitraries.upgrades();
  }

  private static List<Operation> recorded(Consumer<Operations> script) {
    return Operations.record(script).stream().map(RecordedOperation::operation).toList();
  }

  private static Schema applied(List<Operation> operations, Schema to) {
    Schema schema = to;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }
}
