package dev.retort.canonical;

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
import dev.retort.operation.MoveRows;
import dev.retort.operation.MoveSequence;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
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
import java.util.List;

/** Operations as JSON, and back. */
public final class OperationJson {

  private static final OperationWriter WRITER = new OperationWriter();

  private OperationJson() {}

  public static Json write(Operation operation) {
    return operation.accept(WRITER);
  }

  public static Json write(List<Operation> operations) {
    return Json.items(operations.stream().map(OperationJson::write));
  }

  /**
   * The operations that were written.
   *
   * @throws IllegalArgumentException if the JSON does not have the form of operations
   */
  public static List<Operation> readAll(Json json) {
    return json.asItems().stream().map(OperationJson::read).toList();
  }

  /**
   * The operation that was written. Of a {@link RunStep} the label comes back; its code does not,
   * and running it throws {@link IllegalStateException}.
   *
   * @throws IllegalArgumentException if the JSON does not have the form of an operation
   */
  public static Operation read(Json json) {
    Json.Members members = json.asMembers();
    String op = members.text("op");
    return switch (op) {
      case "create table" -> new CreateTable(SchemaJson.readTable(members.get("table")));
      case "drop table" -> new DropTable(table(members));
      case "rename table" -> new RenameTable(table(members), members.text("to"));
      case "move table" ->
          new MoveTable(
              table(members),
              members.optionalText("to"),
              members.items("partitions").stream().map(Json::asText).toList());
      case "alter table comment" ->
          new AlterTableComment(table(members), members.optionalText("comment"));
      case "add column" ->
          new AddColumn(table(members), SchemaJson.readColumn(members.get("column")));
      case "drop column" -> new DropColumn(table(members), column(members));
      case "rename column" -> new RenameColumn(table(members), column(members), members.text("to"));
      case "alter column type" ->
          new AlterColumnType(
              table(members),
              column(members),
              SchemaJson.readType(members.get("type")),
              members.optionalText("using"));
      case "alter column nullable" ->
          new AlterColumnNullable(table(members), column(members), members.flag("nullable"));
      case "alter column default" ->
          new AlterColumnDefault(table(members), column(members), members.optionalText("default"));
      case "alter column identity" ->
          new AlterColumnIdentity(
              table(members),
              column(members),
              members.optionalText("identity").map(Words::identity));
      case "drop expression" -> new DropExpression(table(members), column(members));
      case "alter column comment" ->
          new AlterColumnComment(table(members), column(members), members.optionalText("comment"));
      case "add constraint" ->
          new AddConstraint(table(members), ConstraintJson.read(members.get("constraint")));
      case "drop constraint" -> new DropConstraint(table(members), members.text("constraint"));
      case "validate constraint" ->
          new ValidateConstraint(table(members), members.text("constraint"));
      case "create index" ->
          new CreateIndex(
              table(members), IndexJson.read(members.get("index")), members.flag("concurrently"));
      case "drop index" ->
          new DropIndex(table(members), members.text("index"), members.flag("concurrently"));
      case "create namespace" -> new CreateNamespace(members.text("namespace"));
      case "drop namespace" -> new DropNamespace(members.text("namespace"));
      case "create extension" ->
          new CreateExtension(PrerequisiteJson.readExtension(members.get("extension")));
      case "drop extension" -> new DropExtension(members.text("extension"));
      case "create sequence" ->
          new CreateSequence(SchemaJson.readSequence(members.get("sequence")));
      case "alter sequence" ->
          new AlterSequence(
              SchemaJson.readName(members.get("sequence")), members.get("increment").asWhole());
      case "rename sequence" ->
          new RenameSequence(SchemaJson.readName(members.get("sequence")), members.text("to"));
      case "move sequence" ->
          new MoveSequence(
              SchemaJson.readName(members.get("sequence")), members.optionalText("to"));
      case "drop sequence" -> new DropSequence(SchemaJson.readName(members.get("sequence")));
      case "create enum type" -> new CreateEnumType(EnumJson.readType(members.get("type")));
      case "drop enum type" -> new DropEnumType(type(members));
      case "add enum value" ->
          new AddEnumValue(type(members), members.text("label"), EnumJson.readPosition(members));
      case "rename enum value" ->
          new RenameEnumValue(type(members), members.text("label"), members.text("to"));
      case "rebuild enum type" -> new RebuildEnumType(type(members), EnumJson.readRebuild(members));
      case "create composite type" ->
          new CreateCompositeType(CompositeJson.readType(members.get("type")));
      case "drop composite type" -> new DropCompositeType(type(members));
      case "add attribute" ->
          new AddAttribute(type(members), CompositeJson.readAttribute(members.get("attribute")));
      case "drop attribute" -> new DropAttribute(type(members), members.text("attribute"));
      case "alter attribute type" ->
          new AlterAttributeType(
              type(members), members.text("attribute"), SchemaJson.readType(members.get("to")));
      case "rename attribute" ->
          new RenameAttribute(type(members), members.text("attribute"), members.text("to"));
      case "rebuild composite type" ->
          new RebuildCompositeType(type(members), CompositeJson.readRebuild(members));
      case "create object" -> new CreateObject(ObjectJson.read(members.get("object")));
      case "replace object" -> new ReplaceObject(ObjectJson.read(members.get("object")));
      case "drop object" -> new DropObject(ObjectJson.readId(members.get("object")));
      case "create partition" ->
          new CreatePartition(
              table(members), PartitionJson.readPartition(members.get("partition")));
      case "drop partition" -> new DropPartition(table(members), members.text("partition"));
      case "rename partition" ->
          new RenamePartition(table(members), members.text("partition"), members.text("to"));
      case "alter partitions" ->
          new AlterPartitions(table(members), PartitionJson.readPartitions(members));
      case "move rows" ->
          new MoveRows(
              table(members),
              SchemaJson.readName(members.get("to")),
              members.items("columns").stream().map(Json::asText).toList());
      case "create hypertable" ->
          new CreateHypertable(
              table(members), PartitionJson.readHypertable(members.get("hypertable")));
      case "alter chunk interval" ->
          new AlterChunkInterval(table(members), members.optionalText("interval"));
      case "execute" -> ValueJson.readStatement(members);
      case "bulk insert" -> new BulkInsert(table(members), ValueJson.readRows(members));
      case "bulk update" -> new BulkUpdate(table(members), ValueJson.readRows(members));
      case "bulk delete" -> new BulkDelete(table(members), ValueJson.readRows(members));
      case "backfill" -> new Backfill(table(members), FillingJson.read(members));
      case "run" -> runStep(members.text("label"));
      default -> throw new JsonException("unknown operation '" + op + "'");
    };
  }

  private static RunStep runStep(String label) {
    return new RunStep(
        label,
        connection -> {
          throw new IllegalStateException(
              "step '"
                  + label
                  + "' was read from its canonical form, which does not hold its code");
        });
  }

  private static QualifiedName table(Json.Members members) {
    return SchemaJson.readName(members.get("table"));
  }

  private static QualifiedName type(Json.Members members) {
    return SchemaJson.readName(members.get("type"));
  }

  private static String column(Json.Members members) {
    return members.text("column");
  }
}
