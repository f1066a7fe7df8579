package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "3c4d5e6f7081",
    downRevision = "1a2b3c4d5e6f",
    message = "Add label")
public final class AddLabel implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.addColumn("items", column("label", text()));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropColumn("items", "label");
  }
}
