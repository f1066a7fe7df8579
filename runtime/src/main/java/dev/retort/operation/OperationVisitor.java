package dev.retort.operation;

/**
 * One method for each operation. It has no defaults on purpose: the compiler then names every place
 * that a new operation must visit.
 */
public interface OperationVisitor<R> {
  R visit(CreateNamespace operation);

  R visit(DropNamespace operation);

  R visit(CreateExtension operation);

  R visit(DropExtension operation);

  R visit(CreateTable operation);

  R visit(DropTable operation);

  R visit(RenameTable operation);

  R visit(MoveTable operation);

  R visit(AlterTableComment operation);

  R visit(AddColumn operation);

  R visit(DropColumn operation);

  R visit(RenameColumn operation);

  R visit(AlterColumnType operation);

  R visit(AlterColumnNullable operation);

  R visit(AlterColumnDefault operation);

  R visit(AlterColumnIdentity operation);

  R visit(DropExpression operation);

  R visit(AlterColumnComment operation);

  R visit(AddConstraint operation);

  R visit(DropConstraint operation);

  R visit(ValidateConstraint operation);

  R visit(CreateIndex operation);

  R visit(DropIndex operation);

  R visit(CreateSequence operation);

  R visit(AlterSequence operation);

  R visit(RenameSequence operation);

  R visit(MoveSequence operation);

  R visit(DropSequence operation);

  R visit(CreateEnumType operation);

  R visit(DropEnumType operation);

  R visit(AddEnumValue operation);

  R visit(RenameEnumValue operation);

  R visit(RebuildEnumType operation);

  R visit(CreatePartition operation);

  R visit(DropPartition operation);

  R visit(RenamePartition operation);

  R visit(AlterPartitions operation);

  R visit(MoveRows operation);

  R visit(CreateHypertable operation);

  R visit(AlterChunkInterval operation);

  R visit(CreateObject operation);

  R visit(ReplaceObject operation);

  R visit(DropObject operation);

  R visit(CreateCompositeType operation);

  R visit(DropCompositeType operation);

  R visit(AddAttribute operation);

  R visit(DropAttribute operation);

  R visit(AlterAttributeType operation);

  R visit(RenameAttribute operation);

  R visit(RebuildCompositeType operation);

  R visit(ExecuteSql operation);

  R visit(BulkInsert operation);

  R visit(BulkUpdate operation);

  R visit(BulkDelete operation);

  R visit(Backfill operation);

  R visit(RunStep operation);
}
