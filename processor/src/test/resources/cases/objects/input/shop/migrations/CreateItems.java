package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "1a2b3c4d5e6f",
    message = "Create items")
public final class CreateItems implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "items",
        column("id", bigint()).notNull(),
        column("name", varchar(255)).notNull(),
        column("price", integer()),
        primaryKey("id"));
    op.createFunction(
        "stamp",
        "",
        """
        RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.name := lower(NEW.name);
          RETURN NEW;
        END
        $$
        """);
    op.createTrigger(
        "items", "stamp_items", "BEFORE INSERT", "FOR EACH ROW EXECUTE FUNCTION stamp()");
    op.createView("item_names", "SELECT id, name FROM items");
    op.createView("dear_items", "SELECT id, price FROM items WHERE price > 500");
    op.createView("cheap_items", "SELECT id FROM items WHERE price < 10");
    op.createView("sold_items", "SELECT id FROM items WHERE false");
  }

  @Override
  public void downgrade(Operations op) {
    op.dropView("sold_items");
    op.dropView("cheap_items");
    op.dropView("dear_items");
    op.dropView("item_names");
    op.dropTable("items");
    op.dropFunction("stamp", "");
  }
}
