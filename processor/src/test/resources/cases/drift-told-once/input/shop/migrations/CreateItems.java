package shop.migrations;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
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
        column("amount", integer()).withDefault("0"),
        column("colour", varchar(5)),
        primaryKey("id"),
        check("colour in ('RED', 'BLUE')").named("items_colour_check"));
    op.createIndex("items", index("items_by_colour", "colour"));
    op.createTable("labels", column("id", bigint()).notNull(), primaryKey("id"));
    op.createIndex("labels", index("labels_by_id", "id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("labels");
    op.dropTable("items");
  }
}
