package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "cccc",
    downRevision = "bbbb",
    message = "C")
public final class C {
  public void upgrade(Operations op) {
  }

  public void downgrade(Operations op) {
  }
}
