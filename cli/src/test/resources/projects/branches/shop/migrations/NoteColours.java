package shop.migrations;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "b10000000000",
    downRevision = {"a10000000000"},
    message = "Note colours",
    branchLabels = "colours")
public final class NoteColours implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.execute("UPDATE machines SET name = name");
  }

  @Override
  public void downgrade(Operations op) {
    op.execute("UPDATE machines SET name = name");
  }
}
