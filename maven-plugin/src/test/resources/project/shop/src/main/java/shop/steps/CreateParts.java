package shop.steps;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.varchar;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(revision = "698c22942be3", message = "Create parts", created = "2026-11-09T10:31:00Z")
public final class CreateParts implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.createTable("parts", column("number", varchar(255)).notNull(), primaryKey("number"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("parts");
  }
}
