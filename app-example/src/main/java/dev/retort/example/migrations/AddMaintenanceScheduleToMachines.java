package dev.retort.example.migrations;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.varchar;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

/** Add maintenance_schedule to machines. */
@Migration(
    revision = "3f2a9c1b04de",
    downRevision = "698c22942be3",
    message = "Add maintenance_schedule to machines",
    created = "2026-11-09T10:31:00Z")
public final class AddMaintenanceScheduleToMachines implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.addColumn("machines", column("maintenance_schedule", varchar(100)));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropColumn("machines", "maintenance_schedule");
  }
}
