package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(revision = "1a2b3c4d5e6f", message = "Create item")
public final class CreateItem implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.createTable("item", column("id", bigint()).notNull(), primaryKey("id"));
    op.createTable(
        "item_numbers",
        column("item_id", bigint()).notNull(),
        column("numbers", bigint()),
        foreignKey("item_id").references("item", "id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("item_numbers");
    op.dropTable("item");
  }
}
