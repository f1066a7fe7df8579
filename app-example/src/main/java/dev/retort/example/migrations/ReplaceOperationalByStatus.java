package dev.retort.example.migrations;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.SqlType.bool;
import static dev.retort.schema.SqlType.varchar;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

/**
 * Replace operational by status.
 *
 * <p>A machine that was not operational becomes OFFLINE: nothing says whether it was in
 * maintenance. On the way back every machine that is not OPERATIONAL becomes not operational.
 */
@Migration(
    revision = "b7d41e60c9f5",
    downRevision = "3f2a9c1b04de",
    message = "Replace operational by status",
    created = "2026-11-16T14:05:00Z")
public final class ReplaceOperationalByStatus implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.addColumn("machines", column("status", varchar(20)));
    op.execute("UPDATE machines SET status = 'OPERATIONAL' WHERE operational");
    op.execute("UPDATE machines SET status = 'OFFLINE' WHERE NOT operational");
    op.setNotNull("machines", "status");
    op.addConstraint(
        "machines",
        check("status in ('OPERATIONAL', 'MAINTENANCE', 'OFFLINE')")
            .named("machines_status_check"));
    op.dropColumn("machines", "operational");
  }

  @Override
  public void downgrade(Operations op) {
    op.addColumn("machines", column("operational", bool()));
    op.execute("UPDATE machines SET operational = true WHERE status = 'OPERATIONAL'");
    op.execute("UPDATE machines SET operational = false WHERE status <> 'OPERATIONAL'");
    op.setNotNull("machines", "operational");
    op.dropConstraint("machines", "machines_status_check");
    op.dropColumn("machines", "status");
  }
}
