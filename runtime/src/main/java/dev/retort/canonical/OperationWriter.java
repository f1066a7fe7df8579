package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

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
import dev.retort.schema.QualifiedName;

/** Writes each operation; the order of the members is part of the form. */
final class OperationWriter implements OperationVisitor<Json> {

  private static MembersBuilder on(String op, QualifiedName table) {
    return members().with("op", op).with("table", SchemaJson.write(table));
  }

  private static MembersBuilder on(String op, QualifiedName table, String column) {
    return on(op, table).with("column", column);
  }

  @Override
  public Json visit(CreateTable operation) {
    return members()
        .with("op", "create table")
        .with("table", SchemaJson.write(operation.table()))
        .build();
  }

  @Override
  public Json visit(DropTable operation) {
    return on("drop table", operation.table()).build();
  }

  @Override
  public Json visit(RenameTable operation) {
    return on("rename table", operation.table()).with("to", operation.newName()).build();
  }

  @Override
  public Json visit(MoveTable operation) {
    return on("move table", operation.table())
        .withOptional("to", operation.namespace())
        .withUnlessEmpty("partitions", operation.partitions(), Json::text)
        .build();
  }

  @Override
  public Json visit(AlterTableComment operation) {
    return on("alter table comment", operation.table())
        .withOptional("comment", operation.comment())
        .build();
  }

  @Override
  public Json visit(AddColumn operation) {
    return on("add column", operation.table())
        .with("column", SchemaJson.write(operation.column()))
        .build();
  }

  @Override
  public Json visit(DropColumn operation) {
    return on("drop column", operation.table(), operation.column()).build();
  }

  @Override
  public Json visit(RenameColumn operation) {
    return on("rename column", operation.table(), operation.column())
        .with("to", operation.newName())
        .build();
  }

  @Override
  public Json visit(AlterColumnType operation) {
    return on("alter column type", operation.table(), operation.column())
        .with("type", SchemaJson.write(operation.type()))
        .withOptional("using", operation.using())
        .build();
  }

  @Override
  public Json visit(AlterColumnNullable operation) {
    return on("alter column nullable", operation.table(), operation.column())
        .with("nullable", new Json.Flag(operation.nullable()))
        .build();
  }

  @Override
  public Json visit(AlterColumnDefault operation) {
    return on("alter column default", operation.table(), operation.column())
        .withOptional("default", operation.defaultExpression())
        .build();
  }

  @Override
  public Json visit(AlterColumnIdentity operation) {
    return on("alter column identity", operation.table(), operation.column())
        .withOptional("identity", operation.identity().map(Words::of))
        .build();
  }

  @Override
  public Json visit(DropExpression operation) {
    return on("drop expression", operation.table(), operation.column()).build();
  }

  @Override
  public Json visit(AlterColumnComment operation) {
    return on("alter column comment", operation.table(), operation.column())
        .withOptional("comment", operation.comment())
        .build();
  }

  @Override
  public Json visit(AddConstraint operation) {
    return on("add constraint", operation.table())
        .with("constraint", ConstraintJson.write(operation.constraint()))
        .build();
  }

  @Override
  public Json visit(DropConstraint operation) {
    return on("drop constraint", operation.table())
        .with("constraint", operation.constraint())
        .build();
  }

  @Override
  public Json visit(ValidateConstraint operation) {
    return on("validate constraint", operation.table())
        .with("constraint", operation.constraint())
        .build();
  }

  @Override
  public Json visit(CreateIndex operation) {
    return on("create index", operation.table())
        .with("index", IndexJson.write(operation.index()))
        .withFlag("concurrently", operation.concurrently())
        .build();
  }

  @Override
  public Json visit(DropIndex operation) {
    return on("drop index", operation.table())
        .with("index", operation.index())
        .withFlag("concurrently", operation.concurrently())
        .build();
  }

  @Override
  public Json visit(CreateNamespace operation) {
    return members()
        .with("op", "create namespace")
        .with("namespace", operation.namespace())
        .build();
  }

  @Override
  public Json visit(DropNamespace operation) {
    return members().with("op", "drop namespace").with("namespace", operation.namespace()).build();
  }

  @Override
  public Json visit(CreateExtension operation) {
    return members()
        .with("op", "create extension")
        .with("extension", PrerequisiteJson.write(operation.extension()))
        .build();
  }

  @Override
  public Json visit(DropExtension operation) {
    return members().with("op", "drop extension").with("extension", operation.extension()).build();
  }

  @Override
  public Json visit(CreateSequence operation) {
    return members()
        .with("op", "create sequence")
        .with("sequence", SchemaJson.write(operation.sequence()))
        .build();
  }

  @Override
  public Json visit(AlterSequence operation) {
    return members()
        .with("op", "alter sequence")
        .with("sequence", SchemaJson.write(operation.sequence()))
        .with("increment", Json.whole(operation.increment()))
        .build();
  }

  @Override
  public Json visit(RenameSequence operation) {
    return members()
        .with("op", "rename sequence")
        .with("sequence", SchemaJson.write(operation.sequence()))
        .with("to", operation.newName())
        .build();
  }

  @Override
  public Json visit(MoveSequence operation) {
    return members()
        .with("op", "move sequence")
        .with("sequence", SchemaJson.write(operation.sequence()))
        .withOptional("to", operation.namespace())
        .build();
  }

  @Override
  public Json visit(DropSequence operation) {
    return members()
        .with("op", "drop sequence")
        .with("sequence", SchemaJson.write(operation.sequence()))
        .build();
  }

  private static MembersBuilder onType(String op, QualifiedName type) {
    return members().with("op", op).with("type", SchemaJson.write(type));
  }

  @Override
  public Json visit(CreateEnumType operation) {
    return members()
        .with("op", "create enum type")
        .with("type", EnumJson.write(operation.type()))
        .build();
  }

  @Override
  public Json visit(DropEnumType operation) {
    return onType("drop enum type", operation.type()).build();
  }

  @Override
  public Json visit(AddEnumValue operation) {
    MembersBuilder added =
        onType("add enum value", operation.type()).with("label", operation.label());
    return EnumJson.with(added, operation.position()).build();
  }

  @Override
  public Json visit(RenameEnumValue operation) {
    return onType("rename enum value", operation.type())
        .with("label", operation.label())
        .with("to", operation.newLabel())
        .build();
  }

  @Override
  public Json visit(RebuildEnumType operation) {
    return EnumJson.with(onType("rebuild enum type", operation.type()), operation.rebuild())
        .build();
  }

  @Override
  public Json visit(CreateObject operation) {
    return members()
        .with("op", "create object")
        .with("object", ObjectJson.write(operation.object()))
        .build();
  }

  @Override
  public Json visit(CreateCompositeType operation) {
    return members()
        .with("op", "create composite type")
        .with("type", CompositeJson.write(operation.type()))
        .build();
  }

  @Override
  public Json visit(ReplaceObject operation) {
    return members()
        .with("op", "replace object")
        .with("object", ObjectJson.write(operation.object()))
        .build();
  }

  @Override
  public Json visit(DropCompositeType operation) {
    return onType("drop composite type", operation.type()).build();
  }

  @Override
  public Json visit(AddAttribute operation) {
    return onType("add attribute", operation.type())
        .with("attribute", CompositeJson.write(operation.attribute()))
        .build();
  }

  @Override
  public Json visit(DropObject operation) {
    return members()
        .with("op", "drop object")
        .with("object", ObjectJson.write(operation.object()))
        .build();
  }

  @Override
  public Json visit(DropAttribute operation) {
    return onType("drop attribute", operation.type())
        .with("attribute", operation.attribute())
        .build();
  }

  @Override
  public Json visit(AlterAttributeType operation) {
    return onType("alter attribute type", operation.type())
        .with("attribute", operation.attribute())
        .with("to", SchemaJson.write(operation.attributeType()))
        .build();
  }

  @Override
  public Json visit(RenameAttribute operation) {
    return onType("rename attribute", operation.type())
        .with("attribute", operation.attribute())
        .with("to", operation.newName())
        .build();
  }

  @Override
  public Json visit(RebuildCompositeType operation) {
    return CompositeJson.with(
            onType("rebuild composite type", operation.type()), operation.rebuild())
        .build();
  }

  @Override
  public Json visit(CreatePartition operation) {
    return on("create partition", operation.table())
        .with("partition", PartitionJson.write(operation.partition()))
        .build();
  }

  @Override
  public Json visit(DropPartition operation) {
    return on("drop partition", operation.table()).with("partition", operation.partition()).build();
  }

  @Override
  public Json visit(RenamePartition operation) {
    return on("rename partition", operation.table())
        .with("partition", operation.partition())
        .with("to", operation.newName())
        .build();
  }

  @Override
  public Json visit(AlterPartitions operation) {
    return on("alter partitions", operation.table())
        .withUnlessEmpty("partitions", operation.partitions(), PartitionJson::write)
        .build();
  }

  @Override
  public Json visit(MoveRows operation) {
    return on("move rows", operation.from())
        .with("to", SchemaJson.write(operation.to()))
        .withUnlessEmpty("columns", operation.columns(), Json::text)
        .build();
  }

  @Override
  public Json visit(CreateHypertable operation) {
    return on("create hypertable", operation.table())
        .with("hypertable", PartitionJson.write(operation.hypertable()))
        .build();
  }

  @Override
  public Json visit(AlterChunkInterval operation) {
    return on("alter chunk interval", operation.table())
        .withOptional("interval", operation.interval())
        .build();
  }

  @Override
  public Json visit(ExecuteSql operation) {
    return ValueJson.with(members().with("op", "execute"), operation).build();
  }

  @Override
  public Json visit(BulkInsert operation) {
    return ValueJson.with(on("bulk insert", operation.table()), operation.rows()).build();
  }

  @Override
  public Json visit(BulkUpdate operation) {
    return ValueJson.with(on("bulk update", operation.table()), operation.rows()).build();
  }

  @Override
  public Json visit(BulkDelete operation) {
    return ValueJson.with(on("bulk delete", operation.table()), operation.rows()).build();
  }

  @Override
  public Json visit(Backfill operation) {
    return FillingJson.with(on("backfill", operation.table()), operation.filling()).build();
  }

  @Override
  public Json visit(RunStep operation) {
    return members().with("op", "run").with("label", operation.label()).build();
  }
}
