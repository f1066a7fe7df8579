package dev.retort.postgres;

import static dev.retort.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.retort.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.retort.postgres.LockMode.ROW_SHARE;
import static dev.retort.postgres.LockMode.SHARE;
import static dev.retort.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.retort.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.retort.operation.AddAttribute;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterAttributeType;
import dev.retort.operation.AlterChunkInterval;
import dev.retort.operation.AlterColumnComment;
import dev.retort.operation.AlterColumnDefault;
import dev.retort.operation.AlterColumnIdentity;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.AlterPartitions;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AlterTableComment;
import dev.retort.operation.Backfill;
import dev.retort.operation.BulkDelete;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.BulkUpdate;
import dev.retort.operation.CreateCompositeType;
import dev.retort.operation.CreateEnumType;
import dev.retort.operation.CreateExtension;
import dev.retort.operation.CreateHypertable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropAttribute;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropCompositeType;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnumType;
import dev.retort.operation.DropExpression;
import dev.retort.operation.DropExtension;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropPartition;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.MoveRows;
import dev.retort.operation.MoveSequence;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.RebuildCompositeType;
import dev.retort.operation.RebuildEnumType;
import dev.retort.operation.RenameAttribute;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenamePartition;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.RunStep;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which tables an operation locks, and how strongly: what PostgreSQL 13 to 18 do, as their
 * documentation of each statement says and {@code pg_locks} shows. Locks on the partitions of a
 * table that is locked itself are left out, and so are those of queries that only read.
 */
public final class TableLocks implements OperationVisitor<Void> {

  private final Schema before;
  private final Map<QualifiedName, LockMode> locks = new TreeMap<>();

  private TableLocks(Schema before) {
    this.before = before;
  }

  /**
   * The strongest lock on each table that was there before; of SQL and code of a revision's own
   * nothing is known.
   *
   * @param before the schema that the operation meets
   */
  public static Map<QualifiedName, LockMode> of(Operation operation, Schema before) {
    TableLocks locks = new TableLocks(before);
    operation.accept(locks);
    return Collections.unmodifiableMap(locks.locks);
  }

  private static Void nothing() {
    return null;
  }

  private Void lock(QualifiedName table, LockMode mode) {
    locks.merge(table, mode, LockMode::stronger);
    return nothing();
  }

  private Stream<ForeignKey> foreignKeys(QualifiedName table) {
    return before.table(table).stream().flatMap(each -> each.foreignKeys().stream());
  }

  private Optional<ForeignKey> foreignKey(QualifiedName table, String name) {
    return foreignKeys(table).filter(key -> key.name().equals(name)).findFirst();
  }

  private Stream<QualifiedName> partitions(QualifiedName table) {
    return before.table(table).stream()
        .flatMap(each -> each.partitioning().stream())
        .flatMap(division -> division.partitions().stream())
        .map(partition -> table.withLocal(partition.name()));
  }

  /** The rows of a default partition are looked at whenever the bounds beside it change. */
  private Void lockDivision(QualifiedName table, List<String> partitions) {
    lock(table, ACCESS_EXCLUSIVE);
    partitions.forEach(partition -> lock(table.withLocal(partition), ACCESS_EXCLUSIVE));
    before.table(table).stream()
        .flatMap(each -> each.partitioning().stream())
        .flatMap(division -> division.partitions().stream())
        .filter(Partition::isDefault)
        .forEach(rest -> lock(table.withLocal(rest.name()), ACCESS_EXCLUSIVE));
    return nothing();
  }

  @Override
  public Void visit(CreateNamespace operation) {
    return nothing();
  }

  @Override
  public Void visit(DropNamespace operation) {
    return nothing();
  }

  @Override
  public Void visit(CreateExtension operation) {
    return nothing();
  }

  @Override
  public Void visit(DropExtension operation) {
    return nothing();
  }

  @Override
  public Void visit(CreateTable operation) {
    operation
        .table()
        .foreignKeys()
        .forEach(key -> lock(key.referencedTable(), SHARE_ROW_EXCLUSIVE));
    return nothing();
  }

  @Override
  public Void visit(DropTable operation) {
    lock(operation.table(), ACCESS_EXCLUSIVE);
    foreignKeys(operation.table()).forEach(key -> lock(key.referencedTable(), ACCESS_EXCLUSIVE));
    partitions(operation.table()).forEach(partition -> lock(partition, ACCESS_EXCLUSIVE));
    return nothing();
  }

  @Override
  public Void visit(RenameTable operation) {
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(MoveTable operation) {
    operation
        .partitions()
        .forEach(each -> lock(operation.table().withLocal(each), ACCESS_EXCLUSIVE));
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(AlterTableComment operation) {
    return lock(operation.table(), SHARE_UPDATE_EXCLUSIVE);
  }

  @Override
  public Void visit(AddColumn operation) {
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(DropColumn operation) {
    lock(operation.table(), ACCESS_EXCLUSIVE);
    foreignKeys(operation.table())
        .filter(key -> key.columns().contains(operation.column()))
        .forEach(key -> lock(key.referencedTable(), ACCESS_EXCLUSIVE));
    return nothing();
  }

  @Override
  public Void visit(RenameColumn operation) {
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(AlterColumnType operation) {
    lock(operation.table(), ACCESS_EXCLUSIVE);
    for (Table table : before.tables().values()) {
      for (ForeignKey key : table.foreignKeys()) {
        boolean refers =
            table.name().equals(operation.table()) && key.columns().contains(operation.column());
        boolean referredTo =
            key.referencedTable().equals(operation.table())
                && key.referencedColumns().contains(operation.column());
        if (refers || referredTo) {
          lock(table.name(), ACCESS_EXCLUSIVE);
          lock(key.referencedTable(), ACCESS_EXCLUSIVE);
        }
      }
    }
    return nothing();
  }

  @Override
  public Void visit(AlterColumnNullable operation) {
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(AlterColumnDefault operation) {
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(AlterColumnIdentity operation) {
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(DropExpression operation) {
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(AlterColumnComment operation) {
    return lock(operation.table(), SHARE_UPDATE_EXCLUSIVE);
  }

  @Override
  public Void visit(AddConstraint operation) {
    if (operation.constraint() instanceof ForeignKey key) {
      lock(operation.table(), SHARE_ROW_EXCLUSIVE);
      lock(key.referencedTable(), SHARE_ROW_EXCLUSIVE);
    } else {
      lock(operation.table(), ACCESS_EXCLUSIVE);
    }
    return nothing();
  }

  @Override
  public Void visit(DropConstraint operation) {
    lock(operation.table(), ACCESS_EXCLUSIVE);
    foreignKey(operation.table(), operation.constraint())
        .ifPresent(key -> lock(key.referencedTable(), ACCESS_EXCLUSIVE));
    return nothing();
  }

  @Override
  public Void visit(ValidateConstraint operation) {
    lock(operation.table(), SHARE_UPDATE_EXCLUSIVE);
    foreignKey(operation.table(), operation.constraint())
        .ifPresent(key -> lock(key.referencedTable(), ROW_SHARE));
    return nothing();
  }

  @Override
  public Void visit(CreateIndex operation) {
    return lock(operation.table(), operation.concurrently() ? SHARE_UPDATE_EXCLUSIVE : SHARE);
  }

  @Override
  public Void visit(DropIndex operation) {
    return lock(
        operation.table(), operation.concurrently() ? SHARE_UPDATE_EXCLUSIVE : ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(CreateSequence operation) {
    return nothing();
  }

  @Override
  public Void visit(AlterSequence operation) {
    return nothing();
  }

  @Override
  public Void visit(RenameSequence operation) {
    return nothing();
  }

  @Override
  public Void visit(MoveSequence operation) {
    return nothing();
  }

  @Override
  public Void visit(DropSequence operation) {
    return nothing();
  }

  @Override
  public Void visit(CreateEnumType operation) {
    return nothing();
  }

  @Override
  public Void visit(DropEnumType operation) {
    return nothing();
  }

  @Override
  public Void visit(AddEnumValue operation) {
    return nothing();
  }

  @Override
  public Void visit(RenameEnumValue operation) {
    return nothing();
  }

  @Override
  public Void visit(RebuildEnumType operation) {
    operation.rebuild().columns().forEach(column -> lock(column.table(), ACCESS_EXCLUSIVE));
    return nothing();
  }

  @Override
  public Void visit(CreatePartition operation) {
    return lockDivision(operation.table(), List.of());
  }

  @Override
  public Void visit(DropPartition operation) {
    return lockDivision(operation.table(), List.of(operation.partition()));
  }

  @Override
  public Void visit(RenamePartition operation) {
    return lock(operation.table().withLocal(operation.partition()), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(AlterPartitions operation) {
    return lockDivision(
        operation.table(), operation.partitions().stream().map(Partition::name).toList());
  }

  @Override
  public Void visit(MoveRows operation) {
    lock(operation.from(), ACCESS_EXCLUSIVE);
    lock(operation.to(), ROW_EXCLUSIVE);
    return nothing();
  }

  @Override
  public Void visit(CreateHypertable operation) {
    return lock(operation.table(), ACCESS_EXCLUSIVE);
  }

  @Override
  public Void visit(AlterChunkInterval operation) {
    return lock(operation.table(), ROW_EXCLUSIVE);
  }

  @Override
  public Void visit(CreateObject operation) {
    if (operation.object() instanceof Trigger trigger) {
      lock(trigger.table(), SHARE_ROW_EXCLUSIVE);
    }
    return nothing();
  }

  @Override
  public Void visit(ReplaceObject operation) {
    if (operation.object() instanceof View view) {
      lock(view.name(), ACCESS_EXCLUSIVE);
    }
    return nothing();
  }

  @Override
  public Void visit(DropObject operation) {
    if (operation.object().kind() == ObjectId.Kind.TRIGGER) {
      lock(operation.object().table(), ACCESS_EXCLUSIVE);
    } else if (operation.object().kind().isView()) {
      lock(operation.object().name(), ACCESS_EXCLUSIVE);
    }
    return nothing();
  }

  @Override
  public Void visit(CreateCompositeType operation) {
    return nothing();
  }

  @Override
  public Void visit(DropCompositeType operation) {
    return nothing();
  }

  @Override
  public Void visit(AddAttribute operation) {
    return nothing();
  }

  @Override
  public Void visit(DropAttribute operation) {
    return nothing();
  }

  @Override
  public Void visit(AlterAttributeType operation) {
    return nothing();
  }

  @Override
  public Void visit(RenameAttribute operation) {
    return nothing();
  }

  @Override
  public Void visit(RebuildCompositeType operation) {
    Stream.concat(
            operation.rebuild().columns().stream(),
            operation.rebuild().outer().stream().flatMap(outer -> outer.columns().stream()))
        .forEach(column -> lock(column.table(), ACCESS_EXCLUSIVE));
    return nothing();
  }

  @Override
  public Void visit(ExecuteSql operation) {
    return nothing();
  }

  @Override
  public Void visit(BulkInsert operation) {
    return lock(operation.table(), ROW_EXCLUSIVE);
  }

  @Override
  public Void visit(BulkUpdate operation) {
    return lock(operation.table(), ROW_EXCLUSIVE);
  }

  @Override
  public Void visit(BulkDelete operation) {
    return lock(operation.table(), ROW_EXCLUSIVE);
  }

  @Override
  public Void visit(Backfill operation) {
    return lock(operation.table(), ROW_EXCLUSIVE);
  }

  @Override
  public Void visit(RunStep operation) {
    return nothing();
  }
}
