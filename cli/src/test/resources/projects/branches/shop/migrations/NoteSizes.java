package shop.migrations;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "c10000000000",
    downRevision = {"a10000000000"},
    message = "Note sizes",
    branchLabels = "sizes")
public final class NoteSizes implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.execute("UPDATE machines SET name = trim(name)");
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("UPDATE machines SET name = name");
  }
}
