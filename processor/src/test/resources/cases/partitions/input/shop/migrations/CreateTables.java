package shop.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.Partitioning.partitionByHash;
import static dev.retort.schema.Partitioning.partitionByList;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.varchar;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(revision = "698c22942be3")
public final class CreateTables implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "readings",
        column("id", bigint()).notNull(),
        column("value", varchar(255)),
        primaryKey("id"));
    op.createTable(
        "events",
        column("kind", varchar(255)).notNull(),
        primaryKey("kind"),
        partitionByList("kind"));
    op.createPartition("events", "events_a", "IN ('A')");
    op.createPartition("events", "events_c", "IN ('C')");
    op.createTable(
        "ticks", column("id", bigint()).notNull(), primaryKey("id"), partitionByHash("id"));
    op.createPartition("ticks", "ticks_0", "WITH (MODULUS 1, REMAINDER 0)");
    op.createTable("samples", column("taken", timestamptz(6)).notNull(), primaryKey("taken"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("samples");
    op.dropTable("ticks");
    op.dropTable("events");
    op.dropTable("readings");
  }
}
