package dev.retort.processor.generate;

import static dev.retort.processor.generate.Expression.number;
import static dev.retort.processor.generate.Expression.string;

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
import dev.retort.schema.Constraint;
import dev.retort.schema.Extension;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Each operation as the call that records it. */
final class OperationStatements implements OperationVisitor<Expression> {

  private final SchemaExpressions schema;
  private final CompositeExpressions composites;
  private final PartitionExpressions partitions;
  private final Recorders recorders;

  OperationStatements(
      SchemaExpressions schema, CompositeExpressions composites, Recorders recorders) {
    this.schema = schema;
    this.partitions = schema.partitions();
    this.composites = composites;
    this.recorders = recorders;
  }

  private Expression on(QualifiedName name, String method, Expression... arguments) {
    return new Expression.Call(
        recorders.of(name) + "." + method,
        Stream.concat(Stream.of(string(name.local())), Stream.of(arguments)).toList());
  }

  @Override
  public Expression visit(CreateTable operation) {
    Table table = operation.table();
    List<Expression> elements = new ArrayList<>();
    table.columns().forEach(column -> elements.add(schema.column(column)));
    namedWhereNeeded(table).forEach(constraint -> elements.add(schema.constraint(constraint)));
    table.comment().ifPresent(text -> elements.add(schema.comment(text)));
    table.partitioning().ifPresent(each -> elements.add(partitions.partitioning(each)));
    table.hypertable().ifPresent(each -> elements.add(partitions.hypertable(each)));
    return on(table.name(), "createTable", elements.toArray(Expression[]::new));
  }

  /** The table's constraints, without those names that the table gives by itself. */
  private static List<Constraint> namedWhereNeeded(Table table) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (int i = 0; i < constraints.size(); i++) {
      Constraint named = constraints.get(i);
      constraints.set(i, named.named(""));
      Table completed = table.withParts(table.columns(), constraints, List.of());
      if (!completed.constraints().equals(table.constraints())) {
        constraints.set(i, named);
      }
    }
    return constraints;
  }

  @Override
  public Expression visit(DropTable operation) {
    return on(operation.table(), "dropTable");
  }

  @Override
  public Expression visit(RenameTable operation) {
    return on(operation.table(), "renameTable", string(operation.newName()));
  }

  @Override
  public Expression visit(MoveTable operation) {
    return on(
        operation.table(),
        operation.namespace().isPresent() ? "moveTable" : "moveTableToDefault",
        Stream.concat(operation.namespace().stream(), operation.partitions().stream())
            .map(Expression::string)
            .toArray(Expression[]::new));
  }

  @Override
  public Expression visit(AddColumn operation) {
    return on(operation.table(), "addColumn", schema.column(operation.column()));
  }

  @Override
  public Expression visit(DropColumn operation) {
    return on(operation.table(), "dropColumn", string(operation.column()));
  }

  @Override
  public Expression visit(RenameColumn operation) {
    return on(
        operation.table(), "renameColumn", string(operation.column()), string(operation.newName()));
  }

  @Override
  public Expression visit(AlterColumnType operation) {
    List<Expression> arguments = new ArrayList<>();
    arguments.add(string(operation.column()));
    arguments.add(schema.type(operation.type()));
    operation.using().ifPresent(using -> arguments.add(string(using)));
    return on(operation.table(), "alterColumnType", arguments.toArray(Expression[]::new));
  }

  @Override
  public Expression visit(AlterColumnNullable operation) {
    return on(
        operation.table(),
        operation.nullable() ? "dropNotNull" : "setNotNull",
        string(operation.column()));
  }

  @Override
  public Expression visit(AlterColumnDefault operation) {
    Expression column = string(operation.column());
    return operation
        .defaultExpression()
        .map(value -> on(operation.table(), "setDefault", column, string(value)))
        .orElseGet(() -> on(operation.table(), "dropDefault", column));
  }

  @Override
  public Expression visit(AlterColumnIdentity operation) {
    Expression column = string(operation.column());
    return operation
        .identity()
        .map(value -> on(operation.table(), "setIdentity", column, schema.identity(value)))
        .orElseGet(() -> on(operation.table(), "dropIdentity", column));
  }

  @Override
  public Expression visit(AlterTableComment operation) {
    return operation
        .comment()
        .map(text -> on(operation.table(), "createTableComment", string(text)))
        .orElseGet(() -> on(operation.table(), "dropTableComment"));
  }

  @Override
  public Expression visit(DropExpression operation) {
    return on(operation.table(), "dropExpression", string(operation.column()));
  }

  @Override
  public Expression visit(AlterColumnComment operation) {
    Expression column = string(operation.column());
    return operation
        .comment()
        .map(text -> on(operation.table(), "alterColumnComment", column, string(text)))
        .orElseGet(() -> on(operation.table(), "dropColumnComment", column));
  }

  @Override
  public Expression visit(AddConstraint operation) {
    return on(operation.table(), "addConstraint", schema.constraint(operation.constraint()));
  }

  @Override
  public Expression visit(DropConstraint operation) {
    return on(operation.table(), "dropConstraint", string(operation.constraint()));
  }

  @Override
  public Expression visit(ValidateConstraint operation) {
    return on(operation.table(), "validateConstraint", string(operation.constraint()));
  }

  @Override
  public Expression visit(CreateIndex operation) {
    return on(
        operation.table(),
        operation.concurrently() ? "createIndexConcurrently" : "createIndex",
        schema.index(operation.index()));
  }

  @Override
  public Expression visit(DropIndex operation) {
    return on(
        operation.table(),
        operation.concurrently() ? "dropIndexConcurrently" : "dropIndex",
        string(operation.index()));
  }

  @Override
  public Expression visit(CreateSequence operation) {
    return on(
        operation.sequence().name(),
        "createSequence",
        number(operation.sequence().start()),
        number(operation.sequence().increment()));
  }

  @Override
  public Expression visit(AlterSequence operation) {
    return on(operation.sequence(), "alterSequence", number(operation.increment()));
  }

  @Override
  public Expression visit(RenameSequence operation) {
    return on(operation.sequence(), "renameSequence", string(operation.newName()));
  }

  @Override
  public Expression visit(MoveSequence operation) {
    return operation
        .namespace()
        .map(namespace -> on(operation.sequence(), "moveSequence", string(namespace)))
        .orElseGet(() -> on(operation.sequence(), "moveSequenceToDefault"));
  }

  @Override
  public Expression visit(DropSequence operation) {
    return on(operation.sequence(), "dropSequence");
  }

  @Override
  public Expression visit(CreateNamespace operation) {
    return Expression.call("op.createNamespace", string(operation.namespace()));
  }

  @Override
  public Expression visit(DropNamespace operation) {
    return Expression.call("op.dropNamespace", string(operation.namespace()));
  }

  @Override
  public Expression visit(CreateExtension operation) {
    Extension extension = operation.extension();
    return on(new QualifiedName(extension.namespace(), extension.name()), "createExtension");
  }

  @Override
  public Expression visit(DropExtension operation) {
    return Expression.call("op.dropExtension", string(operation.extension()));
  }

  @Override
  public Expression visit(CreateEnumType operation) {
    return on(
        operation.type().name(),
        "createEnumType",
        operation.type().labels().stream().map(Expression::string).toArray(Expression[]::new));
  }

  @Override
  public Expression visit(DropEnumType operation) {
    return on(operation.type(), "dropEnumType");
  }

  @Override
  public Expression visit(AddEnumValue operation) {
    Expression label = string(operation.label());
    return operation
        .position()
        .map(position -> on(operation.type(), "addEnumValue", label, schema.enumPosition(position)))
        .orElseGet(() -> on(operation.type(), "addEnumValue", label));
  }

  @Override
  public Expression visit(RenameEnumValue operation) {
    return on(
        operation.type(),
        "renameEnumValue",
        string(operation.label()),
        string(operation.newLabel()));
  }

  @Override
  public Expression visit(RebuildEnumType operation) {
    return on(operation.type(), "rebuildEnumType", schema.enumRebuild(operation.rebuild()));
  }

  @Override
  public Expression visit(CreateObject operation) {
    return new ObjectExpressions(schema, recorders).create(operation.object());
  }

  @Override
  public Expression visit(ReplaceObject operation) {
    return new ObjectExpressions(schema, recorders).replace(operation.object());
  }

  @Override
  public Expression visit(DropObject operation) {
    return new ObjectExpressions(schema, recorders).drop(operation.object());
  }

  @Override
  public Expression visit(CreateCompositeType operation) {
    return on(
        operation.type().name(),
        "createCompositeType",
        composites.attributes(operation.type().attributes()));
  }

  @Override
  public Expression visit(DropCompositeType operation) {
    return on(operation.type(), "dropCompositeType");
  }

  @Override
  public Expression visit(AddAttribute operation) {
    return on(operation.type(), "addAttribute", composites.attribute(operation.attribute()));
  }

  @Override
  public Expression visit(DropAttribute operation) {
    return on(operation.type(), "dropAttribute", string(operation.attribute()));
  }

  @Override
  public Expression visit(AlterAttributeType operation) {
    return on(
        operation.type(),
        "alterAttributeType",
        string(operation.attribute()),
        schema.type(operation.attributeType()));
  }

  @Override
  public Expression visit(RenameAttribute operation) {
    return on(
        operation.type(),
        "renameAttribute",
        string(operation.attribute()),
        string(operation.newName()));
  }

  @Override
  public Expression visit(RebuildCompositeType operation) {
    return on(operation.type(), "rebuildCompositeType", composites.rebuild(operation.rebuild()));
  }

  @Override
  public Expression visit(CreatePartition operation) {
    return on(
        operation.table(),
        "createPartition",
        string(operation.partition().name()),
        string(operation.partition().bounds()));
  }

  @Override
  public Expression visit(DropPartition operation) {
    return on(operation.table(), "dropPartition", string(operation.partition()));
  }

  @Override
  public Expression visit(RenamePartition operation) {
    return on(
        operation.table(),
        "renamePartition",
        string(operation.partition()),
        string(operation.newName()));
  }

  @Override
  public Expression visit(AlterPartitions operation) {
    return on(
        operation.table(),
        "alterPartitions",
        operation.partitions().stream().map(partitions::partition).toArray(Expression[]::new));
  }

  @Override
  public Expression visit(MoveRows operation) {
    boolean beside = operation.to().namespace().equals(operation.from().namespace());
    Expression target =
        beside ? string(operation.to().local()) : schema.qualifiedName(operation.to());
    return on(
        operation.from(),
        "moveRows",
        Stream.concat(Stream.of(target), operation.columns().stream().map(Expression::string))
            .toArray(Expression[]::new));
  }

  @Override
  public Expression visit(CreateHypertable operation) {
    return on(
        operation.table(),
        "createHypertable",
        partitions.arguments(operation.hypertable()).toArray(Expression[]::new));
  }

  @Override
  public Expression visit(AlterChunkInterval operation) {
    return operation
        .interval()
        .map(text -> on(operation.table(), "setChunkInterval", string(text)))
        .orElseGet(() -> on(operation.table(), "resetChunkInterval"));
  }

  @Override
  public Expression visit(ExecuteSql operation) {
    return schema.values().execute(operation);
  }

  @Override
  public Expression visit(BulkInsert operation) {
    return on(operation.table(), "bulkInsert", schema.values().rows(operation.rows()));
  }

  @Override
  public Expression visit(BulkUpdate operation) {
    return on(operation.table(), "bulkUpdate", schema.values().rows(operation.rows()));
  }

  @Override
  public Expression visit(BulkDelete operation) {
    return on(operation.table(), "bulkDelete", schema.values().rows(operation.rows()));
  }

  @Override
  public Expression visit(Backfill operation) {
    return on(operation.table(), "backfill", schema.values().filling(operation.filling()));
  }

  /** The step's code is not known here: what is written fails until somebody fills it in. */
  @Override
  public Expression visit(RunStep operation) {
    return Expression.call(
        "op.run",
        string(operation.label()),
        new Expression.BlockLambda(
            "connection",
            "throw new UnsupportedOperationException(\"write this step's code here\");"));
  }
}
