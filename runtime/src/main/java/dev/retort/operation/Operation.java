package dev.retort.operation;

import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.List;
import java.util.Optional;

/** One change to a database, as a value. Immutable and safe to share between threads. */
public sealed interface Operation
    permits CreateNamespace,
        DropNamespace,
        CreateExtension,
        DropExtension,
        CreateTable,
        DropTable,
        RenameTable,
        MoveTable,
        AlterTableComment,
        AddColumn,
        DropColumn,
        RenameColumn,
        AlterColumnType,
        AlterColumnNullable,
        AlterColumnDefault,
        AlterColumnIdentity,
        DropExpression,
        AlterColumnComment,
        AddConstraint,
        DropConstraint,
        ValidateConstraint,
        CreateIndex,
        DropIndex,
        CreateSequence,
        AlterSequence,
        RenameSequence,
        MoveSequence,
        DropSequence,
        CreateEnumType,
        DropEnumType,
        AddEnumValue,
        RenameEnumValue,
        RebuildEnumType,
        CreatePartition,
        DropPartition,
        RenamePartition,
        AlterPartitions,
        MoveRows,
        CreateHypertable,
        AlterChunkInterval,
        CreateObject,
        ReplaceObject,
        DropObject,
        CreateCompositeType,
        DropCompositeType,
        AddAttribute,
        DropAttribute,
        AlterAttributeType,
        RenameAttribute,
        RebuildCompositeType,
        ExecuteSql,
        BulkInsert,
        BulkUpdate,
        BulkDelete,
        Backfill,
        RunStep {

  /**
   * What a schema becomes through this operation.
   *
   * @throws SchemaException if the operation cannot be made there, as PostgreSQL would refuse it
   */
  Schema applyTo(Schema schema);

  /**
   * What a schema becomes through all of the operations, one after the other.
   *
   * @throws SchemaException if one of them cannot be made where it stands
   */
  static Schema applyAll(List<? extends Operation> operations, Schema schema) {
    Schema reached = schema;
    for (Operation operation : operations) {
      reached = operation.applyTo(reached);
    }
    return reached;
  }

  /**
   * The operations that lead back, in order, or empty when nothing can be said of the way back.
   * Structure comes back; rows that this operation deletes do not.
   *
   * @param before the schema that this operation is about to be applied to
   */
  Optional<List<Operation>> inverse(Schema before);

  /**
   * Whether it runs by itself, outside the transactions of its revision: PostgreSQL refuses it
   * inside one, or it commits as it goes.
   */
  default boolean runsOutsideTransaction() {
    return false;
  }

  /** Whether the database needs TimescaleDB for it. */
  default boolean needsTimescale() {
    return false;
  }

  /** What it does, in a few words: {@code add column machines.status}. */
  String describe();

  <R> R accept(OperationVisitor<R> visitor);
}
