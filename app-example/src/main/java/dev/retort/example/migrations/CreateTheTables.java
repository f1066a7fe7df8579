package dev.retort.example.migrations;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.Index.index;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.SqlType.bool;
import static dev.retort.schema.SqlType.date;
import static dev.retort.schema.SqlType.doublePrecision;
import static dev.retort.schema.SqlType.integer;
import static dev.retort.schema.SqlType.numeric;
import static dev.retort.schema.SqlType.timestamp;
import static dev.retort.schema.SqlType.timestamptz;
import static dev.retort.schema.SqlType.uuid;
import static dev.retort.schema.SqlType.varchar;
import static dev.retort.schema.UniqueConstraint.unique;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

/** Create the tables. */
@Migration(
    revision = "698c22942be3",
    message = "Create the tables",
    created = "2026-11-02T09:14:00Z")
public final class CreateTheTables implements Revision {

  @Override
  public void upgrade(Operations op) {
    op.createTable(
        "users",
        column("id", uuid()).notNull(),
        column("email", varchar(254)).notNull(),
        column("display_name", varchar(100)).notNull(),
        column("role", varchar(20)).notNull(),
        column("active", bool()).notNull(),
        column("created_at", timestamptz(6)).notNull(),
        column("updated_at", timestamptz(6)).notNull(),
        primaryKey("id"),
        unique("email").named("uk_users_email"),
        check("role in ('OPERATOR', 'ENGINEER', 'ADMINISTRATOR')"));

    op.createTable(
        "machines",
        column("id", bigint()).asIdentity(),
        column("version", integer()).notNull(),
        column("code", varchar(50)).notNull(),
        column("machine_type", varchar(50)).notNull(),
        column("location", varchar(100)).notNull(),
        column("operational", bool()).notNull(),
        column("rated_power_kw", numeric(8, 2)),
        column("commissioned_on", date()),
        column("created_at", timestamptz(6)).notNull(),
        column("updated_at", timestamptz(6)).notNull(),
        primaryKey("id"),
        unique("code").named("uk_machines_code"));
    op.createIndex("machines", index("ix_machines_location", "location"));

    op.createTable(
        "machine_users",
        column("machine_id", bigint()).notNull(),
        column("user_id", uuid()).notNull(),
        primaryKey("machine_id", "user_id"),
        foreignKey("machine_id").references("machines", "id").named("fk_machine_users_machine"),
        foreignKey("user_id").references("users", "id").named("fk_machine_users_user"));
    op.createIndex("machine_users", index("ix_machine_users_user", "user_id"));

    op.createTable(
        "machine_tags",
        column("machine_id", bigint()).notNull(),
        column("tag", varchar(40)).notNull(),
        primaryKey("machine_id", "tag"),
        foreignKey("machine_id").references("machines", "id").named("fk_machine_tags_machine"));

    op.createTable(
        "sensors",
        column("id", uuid()).notNull(),
        column("machine_id", bigint()).notNull(),
        column("name", varchar(100)).notNull(),
        column("kind", varchar(20)).notNull(),
        column("unit", varchar(16)).notNull(),
        column("range_low", numeric(12, 4)),
        column("range_high", numeric(12, 4)),
        column("created_at", timestamptz(6)).notNull(),
        column("updated_at", timestamptz(6)).notNull(),
        primaryKey("id"),
        unique("machine_id", "name").named("uk_sensors_machine_name"),
        check("kind in ('TEMPERATURE', 'VIBRATION', 'PRESSURE', 'POWER')"),
        foreignKey("machine_id").references("machines", "id").named("fk_sensors_machine"));

    op.createSequence("sensor_readings_seq", 1, 50);
    op.createTable(
        "sensor_readings",
        column("id", bigint()).notNull(),
        column("sensor_id", uuid()).notNull(),
        column("recorded_at", timestamptz(6)).notNull(),
        column("measured_value", numeric(14, 4)).notNull(),
        primaryKey("id"),
        foreignKey("sensor_id").references("sensors", "id").named("fk_sensor_readings_sensor"));
    op.createIndex(
        "sensor_readings", index("ix_sensor_readings_sensor_time", "sensor_id", "recorded_at"));

    op.createTable(
        "predictions",
        column("id", bigint()).asIdentity(),
        column("machine_id", bigint()).notNull(),
        column("predicted_at", timestamptz(6)).notNull(),
        column("risk_score", numeric(5, 4)).notNull(),
        column("failure_probability", numeric(5, 4)).notNull(),
        column("hours_to_maintenance", integer()).notNull(),
        column("failure_type", varchar(100)),
        column("confidence", doublePrecision()),
        column("model_version", varchar(50)).notNull(),
        primaryKey("id"),
        foreignKey("machine_id").references("machines", "id").named("fk_predictions_machine"));
    op.createIndex(
        "predictions", index("ix_predictions_machine_time", "machine_id", "predicted_at"));

    op.createTable(
        "maintenance_records",
        column("id", bigint()).asIdentity(),
        column("machine_id", bigint()).notNull(),
        column("performed_by_id", uuid()),
        column("kind", varchar(20)).notNull(),
        column("performed_at", timestamptz(6)).notNull(),
        column("next_due_at", timestamp(6)),
        column("cost", numeric(12, 2)).notNull(),
        column("notes", varchar(2000)),
        primaryKey("id"),
        check("kind in ('INSPECTION', 'PREVENTIVE', 'CORRECTIVE')"),
        foreignKey("machine_id")
            .references("machines", "id")
            .named("fk_maintenance_records_machine"),
        foreignKey("performed_by_id")
            .references("users", "id")
            .named("fk_maintenance_records_performed_by"));
    op.createIndex(
        "maintenance_records",
        index("ix_maintenance_records_machine_time", "machine_id", "performed_at"));
    op.createIndex(
        "maintenance_records", index("ix_maintenance_records_performed_by", "performed_by_id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("maintenance_records");
    op.dropTable("predictions");
    op.dropTable("sensor_readings");
    op.dropSequence("sensor_readings_seq");
    op.dropTable("sensors");
    op.dropTable("machine_tags");
    op.dropTable("machine_users");
    op.dropTable("machines");
    op.dropTable("users");
  }
}
