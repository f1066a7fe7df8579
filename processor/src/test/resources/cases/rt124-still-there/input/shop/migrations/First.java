package shop.migrations;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(revision = "a1")
public final class First implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.execute("SELECT 1");
  }

  @Override
  public void downgrade(Operations op) {}
}
