package shop.migrations;

import static dev.retort.operation.EnumRebuild.labels;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "2b3c4d5e6f70",
    downRevision = "1a2b3c4d5e6f",
    message = "RemoveBad")
public final class RemoveBad implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.rebuildEnumType("mood", labels("GOOD").usedBy("items", "mood"));
  }

  @Override
  public void downgrade(Operations op) {
  }
}
