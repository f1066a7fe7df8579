package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "1a2b3c4d5e6f",
    message = "Create lines")
public final class CreateLines implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "lines",
        column("id", bigint()).notNull(),
        column("price", bigint()),
        column("amount", bigint()),
        column("total", bigint()).generatedAs("price + amount"),
        column("was_generated", bigint()).generatedAs("price"),
        column("was_plain", bigint()),
        column("name", varchar(20)),
        column("steps_aside", varchar(255)).generatedAs("upper(name)"),
        primaryKey("id"));
    op.createIndex("lines", index("lines_by_total", "total"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("lines");
  }
}
