package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(revision = "1a2b3c4d5e6f", message = "Create all")
public final class CreateAll implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.createTable("accepted", column("id", bigint()).notNull(), primaryKey("id"));
    op.createTable("bill", column("id", bigint()).notNull(), primaryKey("id"));
    op.createTable("item", column("id", bigint()).notNull(), primaryKey("id"));
    op.createTable(
        "price",
        column("amount", bigint()),
        column("id", bigint()).notNull(),
        primaryKey("id"));
    op.execute("CREATE TABLE item_AUD (rev integer, id bigint, revtype smallint)");
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("DROP TABLE item_AUD");
    op.dropTable("price");
    op.dropTable("item");
    op.dropTable("bill");
    op.dropTable("accepted");
  }
}
