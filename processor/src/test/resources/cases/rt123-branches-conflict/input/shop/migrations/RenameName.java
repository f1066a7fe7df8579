package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "2b3c4d5e6f70",
    downRevision = "1a2b3c4d5e6f",
    message = "Rename name")
public final class RenameName implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.renameColumn("items", "name", "label");
  }

  @Override
  public void downgrade(Operations op) {
    op.renameColumn("items", "label", "name");
  }
}
