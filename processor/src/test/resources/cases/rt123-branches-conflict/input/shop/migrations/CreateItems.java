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
        column("name", varchar(255)),
        primaryKey("id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("items");
  }
}
