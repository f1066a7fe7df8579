package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.varchar;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "a10000000000",
    downRevision = {},
    message = "Create machines")
public final class CreateMachines implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "machines",
        column("id", bigint()).notNull(),
        column("name", varchar(80)).notNull(),
        primaryKey("id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("machines");
  }
}
