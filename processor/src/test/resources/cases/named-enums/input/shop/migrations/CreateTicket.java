package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "1a2b3c4d5e6f",
    message = "Create ticket")
public final class CreateTicket implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.createEnumType("state", "CLOSED", "OPEN");
    op.createEnumType("urgency", "LOW", "HIGH", "NONE");
    op.createEnumType("size", "SMALL");
    op.createTable(
        "ticket",
        column("id", bigint()).notNull(),
        column("state", userDefined("state")),
        column("urgency", userDefined("urgency")).withDefault("'LOW'"),
        column("colour", varchar(255)),
        primaryKey("id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("ticket");
    op.dropEnumType("size");
    op.dropEnumType("urgency");
    op.dropEnumType("state");
  }
}
