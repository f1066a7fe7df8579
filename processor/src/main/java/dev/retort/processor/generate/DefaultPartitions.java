package dev.retort.processor.generate;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;
import static java.util.stream.Collectors.joining;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropPartition;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.postgres.SqlRenderer;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Partitions that come and go beside a default one that has rows. PostgreSQL creates none while a
 * row in the default partition belongs into it; so that one is detached, its rows are moved, and it
 * is attached again. On the way back the rows return.
 */
final class DefaultPartitions {

  private final Schema schema;
  private final Table table;
  private final Partition rest;
  private final List<Operation> steps = new ArrayList<>();

  private DefaultPartitions(Schema schema, Table table, Partition rest) {
    this.schema = schema;
    this.table = table;
    this.rest = rest;
  }

  /** How the partition is created; the one operation where no rows can be in its way. */
  static List<Operation> steps(CreatePartition create, Schema before) {
    return beside(create.table(), create.partition(), before)
        .map(
            partitions ->
                partitions.around(
                    () -> {
                      partitions.steps.add(create);
                      partitions.takeRows(create.partition());
                    }))
        .orElse(List.of(create));
  }

  /** How the partition is dropped and its rows are kept; the one operation where they go. */
  static List<Operation> steps(DropPartition drop, Schema before) {
    Partition dropped = before.requireTable(drop.table()).requirePartition(drop.partition());
    return beside(drop.table(), dropped, before)
        .map(
            partitions ->
                partitions.around(
                    () -> {
                      partitions.giveRows(dropped);
                      partitions.steps.add(drop);
                    }))
        .orElse(List.of(drop));
  }

  private static Optional<DefaultPartitions> beside(
      QualifiedName name, Partition partition, Schema before) {
    Table table = before.requireTable(name);
    return table.partitions().stream()
        .filter(each -> each.isDefault() && !partition.isDefault())
        .findFirst()
        .map(rest -> new DefaultPartitions(before, table, rest));
  }

  /** Foreign keys find no row that is in no partition, and so go meanwhile. */
  private List<Operation> around(Runnable change) {
    List<AddConstraint> again = new ArrayList<>();
    for (Table owner : schema.tables().values()) {
      for (ForeignKey key : owner.foreignKeys()) {
        if (key.referencedTable().equals(table.name())) {
          steps.add(new DropConstraint(owner.name(), key.name()));
          again.add(new AddConstraint(owner.name(), key));
        }
      }
    }
    alter(table.name(), "DETACH PARTITION " + quote(named(rest)));
    change.run();
    alter(table.name(), "ATTACH PARTITION " + quote(named(rest)) + " DEFAULT");
    steps.addAll(again);
    return List.copyOf(steps);
  }

  /** Which rows belong into the partition only the server knows. No trigger is to see them. */
  private void takeRows(Partition partition) {
    boolean triggers =
        schema.definedObjects().stream()
            .anyMatch(
                each -> each instanceof Trigger trigger && trigger.table().equals(table.name()));
    if (triggers) {
      alter(named(partition), "DISABLE TRIGGER USER");
    }
    String body =
        " BEGIN EXECUTE "
            + literal("WITH moved AS (DELETE FROM " + quote(named(rest)) + " WHERE ")
            + " || pg_catalog.pg_get_partition_constraintdef("
            + literal(quote(named(partition)))
            + "::pg_catalog.regclass) || "
            + literal(" RETURNING " + columns() + ") " + into(partition) + "moved")
            + "; END ";
    String tag = SqlRenderer.dollarTag(body);
    execute("DO " + tag + body + tag);
    if (triggers) {
      alter(named(partition), "ENABLE TRIGGER USER");
    }
  }

  private void giveRows(Partition partition) {
    execute(into(rest) + quote(named(partition)));
  }

  private String into(Partition target) {
    return "INSERT INTO "
        + quote(named(target))
        + " ("
        + columns()
        + ") OVERRIDING SYSTEM VALUE SELECT "
        + columns()
        + " FROM ";
  }

  private String columns() {
    return table.columns().stream()
        .filter(column -> column.generation().isEmpty())
        .map(column -> quote(column.name()))
        .collect(joining(", "));
  }

  private QualifiedName named(Partition partition) {
    return table.name().withLocal(partition.name());
  }

  private void alter(QualifiedName altered, String change) {
    execute("ALTER TABLE " + quote(altered) + " " + change);
  }

  private void execute(String sql) {
    steps.add(new ExecuteSql(sql));
  }
}
