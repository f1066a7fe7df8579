package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "2b3c4d5e6f70",
    branchLabels = "looks",
    message = "Add colour")
public final class AddColour implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.addColumn("items", column("colour", varchar(255)));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropColumn("items", "colour");
  }
}
