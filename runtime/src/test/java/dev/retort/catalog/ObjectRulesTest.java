package dev.retort.catalog;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.text;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the model says of views, functions and triggers is what the server does. */
class ObjectRulesTest {

  private static final String SHOUT =
      "RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$";

  private static final ServerAgreement TABLES =
      ServerAgreement.after(
          op -> {
            op.createTable(
                "machines", column("id", bigint()), column("name", text()), primaryKey("id"));
            op.createTable("sensors", column("id", bigint()), column("machines", text()));
            op.createFunction("shout", "", SHOUT);
          });

  @Test
  void whatIsDroppedComesBack() throws SQLException {
    TABLES.accepts(
        op -> {
          op.createView("v", "SELECT * FROM machines");
          op.createTrigger(
              "v", "instead", "INSTEAD OF INSERT", "FOR EACH ROW EXECUTE FUNCTION shout()");
          op.dropView("v");
          op.createTrigger(
              "machines", "loud", "BEFORE UPDATE OF name", "FOR EACH ROW EXECUTE FUNCTION shout()");
          op.dropTable("machines");
          op.dropFunction("shout", "");
        });
  }

  @Test
  void aViewIsReplacedAndWhatReadsItComesBackToo() throws SQLException {
    TABLES.accepts(
        op -> {
          op.createView("v", "SELECT id FROM machines");
          op.createView("w", "SELECT id FROM v");
          op.replaceView("v", "SELECT id, name FROM machines");
        });
  }

  @Test
  void aFunctionIsReplaced() throws SQLException {
    TABLES.accepts(
        op -> {
          op.createFunction("one", "a integer = 1", "RETURNS integer LANGUAGE sql AS 'SELECT 1'");
          op.createFunction("one", "a text", "RETURNS integer LANGUAGE sql AS 'SELECT 2'");
          op.replaceFunction(
              "one", "a integer = 1", "returns INTEGER LANGUAGE sql AS $$ SELECT 1; $$");
          op.createProcedure("two", "", "LANGUAGE plpgsql AS 'BEGIN END'");
          op.dropFunction("one", "a integer");
        });
  }

  @Test
  void namesThatOnlyLookLikeTheTableAreNoReason() throws SQLException {
    TABLES.accepts(
        op -> {
          op.createView("a", "SELECT machines FROM sensors WHERE machines IS DISTINCT FROM 'x'");
          op.createView("b", "WITH machines AS (SELECT 1 AS n) SELECT n FROM machines");
          op.createView("c", "SELECT substring(machines FROM machines) AS s FROM sensors");
          op.createView("d", "SELECT 'FROM machines' AS s -- FROM machines\n/* FROM machines */");
          op.dropTable("machines");
        });
  }

  @Test
  void aViewFollowsItsTable() throws SQLException {
    TABLES.accepts(
        op -> {
          op.createView("v", "SELECT machines.id FROM machines WHERE machines.id > 0");
          op.createView("w", "SELECT m.id FROM machines AS m");
          op.renameTable("machines", "devices");
          op.createTable("machines", column("id", bigint()));
          op.dropTable("machines");
        });
  }

  @Test
  void aTableThatAViewReadsIsNotDropped() throws SQLException {
    TABLES.refuses(
        op -> {
          op.createView("v", "SELECT 1 AS one FROM sensors JOIN machines ON true");
          op.dropTable("machines");
        });
  }

  @Test
  void aViewThatAnotherReadsIsNotDropped() throws SQLException {
    TABLES.refuses(
        op -> {
          op.createMaterializedView("v", "SELECT 1 AS one WITH NO DATA");
          op.createView("w", "SELECT one FROM v");
          op.dropMaterializedView("v");
        });
  }

  @Test
  void aFunctionThatATriggerExecutesIsNotDropped() throws SQLException {
    TABLES.refuses(
        op -> {
          op.createTrigger(
              "machines", "loud", "AFTER DELETE", "FOR EACH ROW EXECUTE FUNCTION shout()");
          op.dropFunction("shout", "");
        });
  }

  @Test
  void aViewNeedsANameOfItsOwn() throws SQLException {
    TABLES.refuses(op -> op.createView("machines", "SELECT 1"));
    TABLES.refuses(op -> op.createView("machines_pkey", "SELECT 1"));
    TABLES.refuses(
        op -> {
          op.createView("v", "SELECT 1 AS one");
          op.createTable("v", column("id", bigint()));
        });
    TABLES.refuses(
        op -> {
          op.createView("v", "SELECT 1 AS one");
          op.createEnumType("v", "A");
        });
  }

  @Test
  void whatIsThereIsNotCreatedAgain() throws SQLException {
    TABLES.refuses(op -> op.createFunction("shout", "", SHOUT));
    TABLES.refuses(op -> op.createProcedure("shout", "", "LANGUAGE plpgsql AS 'BEGIN END'"));
  }

  @Test
  void aFunctionIsNotReplacedByOneThatReturnsSomethingElse() throws SQLException {
    TABLES.refuses(
        op -> op.replaceFunction("shout", "", "RETURNS text LANGUAGE sql AS 'SELECT 1'"));
  }

  @Test
  void whatIsNotThereIsNeitherDroppedNorChanged() throws SQLException {
    TABLES.refuses(op -> op.dropView("v"));
    TABLES.refuses(op -> op.dropFunction("shout", "a integer"));
    TABLES.refuses(op -> op.dropTrigger("machines", "loud"));
    TABLES.refuses(
        op ->
            op.createTrigger(
                "nowhere", "loud", "AFTER DELETE", "FOR EACH ROW EXECUTE FUNCTION shout()"));
  }
}
