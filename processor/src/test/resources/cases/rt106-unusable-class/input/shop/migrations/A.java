package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "aaaa",
    message = "A")
public final class A implements Revision {
  public A(String name) {}

  @Override
  public void upgrade(Operations op) {
  }

  @Override
  public void downgrade(Operations op) {
  }
}
