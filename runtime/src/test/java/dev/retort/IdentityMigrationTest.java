package dev.retort;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.text;
import static dev.retort.testing.OperationScripts.schema;
import static dev.retort.testing.ServerDraft.thereAndBack;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.operation.RenameTable;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Identity columns whose sequence has a name that something else is to have, on a real server:
 * PostgreSQL names it, and keeps the name where the table is renamed.
 */
class IdentityMigrationTest {

  private static final String ROWS = "INSERT INTO machine (name) VALUES ('a'), ('b')";
  private static final String VALUES = "SELECT name FROM machine ORDER BY name";

  private static void counted(Operations op) {
    op.createTable(
        "machine",
        column("id", bigint()).notNull().asIdentity(),
        column("name", text()),
        primaryKey("id").named("pk"));
  }

  private static void plain(Operations op) {
    op.createTable(
        "machine",
        column("id", bigint()).notNull(),
        column("name", text()),
        primaryKey("id").named("pk"));
  }

  @Test
  void itsSequenceBecomesOneOfTheModel() throws SQLException {
    thereAndBack(
        IdentityMigrationTest::counted,
        op -> {
          op.createSequence("machine_id_seq", 1, 50);
          plain(op);
        },
        ROWS,
        VALUES);
  }

  @Test
  void theColumnBecomesOneOfAnotherType() throws SQLException {
    thereAndBack(
        IdentityMigrationTest::counted,
        op -> {
          op.createSequence("machine_id_seq", 1, 50);
          op.createTable(
              "machine",
              column("id", integer()).notNull(),
              column("name", text()),
              primaryKey("id").named("pk"));
        },
        ROWS,
        VALUES);
  }

  @Test
  void aTableGetsTheName() throws SQLException {
    thereAndBack(
        IdentityMigrationTest::counted,
        op -> {
          plain(op);
          op.createTable("machine_id_seq", column("x", integer()));
        },
        ROWS,
        VALUES);
  }

  @Test
  void theColumnGoes() throws SQLException {
    thereAndBack(
        IdentityMigrationTest::counted,
        op -> {
          op.createSequence("machine_id_seq", 1, 50);
          op.createTable("machine", column("name", text()));
        },
        ROWS,
        VALUES);
  }

  @Test
  void theTableIsRenamed() throws SQLException {
    Consumer<Operations> a =
        op -> {
          counted(op);
          op.createView("names", "SELECT name FROM machine");
        };
    Consumer<Operations> b =
        op -> {
          op.createSequence("machine_id_seq", 1, 50);
          op.createTable(
              "device",
              column("id", bigint()).notNull(),
              column("name", text()),
              primaryKey("id").named("pk"));
          op.createView("names", "SELECT name FROM device");
        };
    Schema before = schema(a);
    List<Operation> upgrade = new ArrayList<>();
    upgrade.add(new RenameTable(QualifiedName.of("machine"), "device"));
    upgrade.addAll(SchemaDiffer.diff(Operation.applyAll(upgrade, before), schema(b)));
    thereAndBack(a, b, ROWS, "SELECT name FROM names ORDER BY name", upgrade);
  }
}
