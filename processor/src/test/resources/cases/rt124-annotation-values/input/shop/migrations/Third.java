package shop.migrations;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(revision = "c3", downRevision = "b2", replaces = "x2")
public final class Third implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.execute("SELECT 1");
  }

  @Override
  public void downgrade(Operations op) {}
}
