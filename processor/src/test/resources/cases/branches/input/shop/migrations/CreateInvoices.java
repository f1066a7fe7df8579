package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "3c4d5e6f7081",
    branchLabels = {"billing", "money"},
    message = "Create invoices")
public final class CreateInvoices implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "invoices",
        column("id", bigint()).notNull(),
        column("number", varchar(255)),
        primaryKey("id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("invoices");
  }
}
