package shop.migrations;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(revision = "b2", downRevision = "a1",
    replaces = {"a1", "x1"},
    formerChecksums = "1:0000000000000000000000000000000000000000000000000000000000000001")
public final class Second implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.execute("SELECT 1");
  }

  @Override
  public void downgrade(Operations op) {}
}
