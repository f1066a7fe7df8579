package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "4d5e6f708192",
    downRevision = "3c4d5e6f7081",
    dependsOn = "1a2b3c4d5e6f",
    message = "Add item to invoices")
public final class AddItem implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.addColumn("invoices", column("item_id", bigint()));
    op.addConstraint(
        "invoices",
        foreignKey("item_id").references("items", "id").named("invoices_item"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropConstraint("invoices", "invoices_item");
    op.dropColumn("invoices", "item_id");
  }
}
