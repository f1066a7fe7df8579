package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "3c4d5e6f7081",
    downRevision = "2b3c4d5e6f70",
    message = "Halts")
public final class Halts implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.execute("SELECT 1");
    if (op.hashCode() != 0) {
      java.util.function.IntConsumer end = Runtime.getRuntime()::halt;
      end.accept(0);
    }
  }

  @Override
  public void downgrade(Operations op) {
  }
}
