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
    message = "Shorten name more")
public final class ShortenMore implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.alterColumnType("items", "name", varchar(50));
  }

  @Override
  public void downgrade(Operations op) {
    op.alterColumnType("items", "name", varchar(255));
  }
}
