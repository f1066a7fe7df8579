package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "2b3c4d5e6f70",
    downRevision = "1a2b3c4d5e6f",
    message = "Legacy")
public final class Legacy implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.createEnumType("legacy_state", "new", "done");
    op.createEnumType("mood", "good", "bad");
    op.createSequence("legacy_numbers", 1, 1);
    op.createTable(
        "legacy_orders",
        column("id", bigint()).notNull(),
        column("item_id", bigint()),
        column("state", userDefined("legacy_state")),
        primaryKey("id"),
        foreignKey("item_id").references("items", "id"));
    op.createIndex("legacy_orders", index("legacy_orders_item", "item_id"));
    op.createView("legacy_open", "SELECT id FROM legacy_orders WHERE state = 'new'");
    op.createFunction(
        "stamped", "", "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$");
    op.createTrigger(
        "legacy_orders", "stamp", "BEFORE INSERT", "FOR EACH ROW EXECUTE FUNCTION stamped()");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTrigger("legacy_orders", "stamp");
    op.dropFunction("stamped", "");
    op.dropView("legacy_open");
    op.dropTable("legacy_orders");
    op.dropSequence("legacy_numbers");
    op.dropEnumType("mood");
    op.dropEnumType("legacy_state");
  }
}
