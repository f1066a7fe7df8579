package dev.retort.testing;

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
import dev.retort.operation.CompositeRebuild;
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
import dev.retort.operation.EnumRebuild;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Filling;
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
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Attribute;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumPosition;
import dev.retort.schema.Extension;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Hypertable;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectId;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Makes up operations, with a bias towards the objects that {@link SchemaGenerator} makes up. */
final class OperationGenerator {

  /** What a writer of SQL, Java or JSON may stumble on. */
  static final List<String> TEXTS =
      List.of(
          "UPDATE machines SET status = 'ACTIVE' WHERE operational",
          "it's",
          "\"quoted\"",
          "\"\"\"",
          "back\\slash \\u000a \\n",
          "line\nbreak\r\n\ttab",
          "*/ /* // --",
          "größe \u4e2d\u6587 \ud83d\ude00",
          "lone \ud83d surrogate \ude00",
          "bell\u0007 nul\0 del\u007f",
          "right-to-left \u202e and line separator \u2028",
          "%s ${x} $1 {0}",
          " surrounded by spaces ");

  private static final List<String> NAMESPACES = List.of("audit", "Old \"ns\"");

  private final Random random;
  private final SchemaGenerator schemas;

  /** One maker for each operation but the step, whose code cannot be compared. */
  private final List<Supplier<Operation>> makers =
      List.of(
          () -> new CreateNamespace(one(NAMESPACES)),
          () -> new DropNamespace(one(NAMESPACES)),
          () ->
              new CreateExtension(new Extension(one(SchemaGenerator.EXTENSIONS), maybeNamespace())),
          () -> new DropExtension(one(SchemaGenerator.EXTENSIONS)),
          () -> new CreateTable(tableWithForeignKey()),
          () -> new DropTable(table()),
          () -> new RenameTable(table(), one(SchemaGenerator.TABLES)),
          () -> moveTable(table()),
          () -> new AlterTableComment(table(), schemas().comment()),
          () -> new AddColumn(table(), newColumn()),
          () -> new DropColumn(table(), columnName()),
          () -> new RenameColumn(table(), columnName(), columnName()),
          () -> new AlterColumnType(table(), columnName(), schemas().type(), maybeText()),
          () -> new AlterColumnNullable(table(), columnName(), random().nextBoolean()),
          () -> new AlterColumnDefault(table(), columnName(), maybeText()),
          () -> new AlterColumnIdentity(table(), columnName(), maybeIdentity()),
          () -> new DropExpression(table(), columnName()),
          () -> new AlterColumnComment(table(), columnName(), schemas().comment()),
          () -> new AddConstraint(table(), constraint()),
          () -> new DropConstraint(table(), constraintName()),
          () -> new ValidateConstraint(table(), constraintName()),
          () -> new CreateIndex(table(), index(), random().nextBoolean()),
          () -> new DropIndex(table(), indexName(), random().nextBoolean()),
          () -> new CreateSequence(new Sequence(table(), random().nextLong(), 1)),
          () -> new AlterSequence(table(), 1 + random().nextInt(50)),
          () -> new RenameSequence(table(), one(SchemaGenerator.TABLES)),
          () -> moveSequence(table()),
          () -> new DropSequence(table()),
          () -> new CreateEnumType(schemas().enumType(enumType())),
          () -> new DropEnumType(enumType()),
          () -> new AddEnumValue(enumType(), label(), maybePosition()),
          () -> new RenameEnumValue(enumType(), label(), label()),
          () -> new RebuildEnumType(enumType(), rebuild()),
          () -> new CreatePartition(table(), schemas().partition(table())),
          () -> new DropPartition(table(), partitionName()),
          () -> new RenamePartition(table(), partitionName(), partitionName()),
          () -> new AlterPartitions(table(), List.of(schemas().partition(table()))),
          () -> new MoveRows(table(), table().withLocal("elsewhere"), List.of(columnName())),
          () -> new CreateHypertable(table(), new Hypertable(columnName(), maybeInterval())),
          () -> new AlterChunkInterval(table(), maybeInterval()),
          () -> new CreateCompositeType(schemas().compositeType(compositeType())),
          () -> new DropCompositeType(compositeType()),
          () -> new AddAttribute(compositeType(), attribute()),
          () -> new DropAttribute(compositeType(), attributeName()),
          () -> new AlterAttributeType(compositeType(), attributeName(), schemas().attributeType()),
          () -> new RenameAttribute(compositeType(), attributeName(), attributeName()),
          () -> new RebuildCompositeType(compositeType(), compositeRebuild()),
          () -> new CreateObject(object()),
          () -> new ReplaceObject(replaceable()),
          () -> new DropObject(object().id()),
          () -> new ExecuteSql(one(TEXTS)),
          () -> values().statement(),
          () -> values().statement().outsideTransaction(),
          () -> new Backfill(table(), filling()),
          () -> new BulkInsert(table(), values().rows(columns(1), 0, false)),
          () -> new BulkUpdate(table(), values().rows(columns(2), 1, random().nextBoolean())),
          () -> new BulkDelete(table(), values().rows(columns(2), 1 + random().nextInt(2), false)));

  OperationGenerator(Random random) {
    this.random = random;
    this.schemas = new SchemaGenerator(random, true);
  }

  Operation operation() {
    return one(makers).get();
  }

  private Random random() {
    return random;
  }

  private SchemaGenerator schemas() {
    return schemas;
  }

  private List<String> columns(int min) {
    return schemas.some(SchemaGenerator.COLUMNS, min);
  }

  private Filling filling() {
    Filling filling = Filling.set(columnName(), one(TEXTS)).batchSize(1 + random.nextInt(3_000));
    filling = random.nextBoolean() ? filling.where(one(TEXTS)) : filling;
    filling = random.nextBoolean() ? filling.pause(Duration.ofMillis(random.nextInt(9))) : filling;
    return random.nextBoolean() ? filling.and("another", one(TEXTS)) : filling;
  }

  private ValueGenerator values() {
    return new ValueGenerator(random);
  }

  private <T> T one(List<T> values) {
    return schemas.oneOf(values);
  }

  private QualifiedName table() {
    String local = one(SchemaGenerator.TABLES);
    return random.nextInt(4) == 0
        ? QualifiedName.of(one(NAMESPACES), local)
        : QualifiedName.of(local);
  }

  private MoveTable moveTable(QualifiedName table) {
    return new MoveTable(
        table,
        elsewhere(table),
        random.nextBoolean() ? List.of() : List.of(partitionName(), partitionName()));
  }

  private MoveSequence moveSequence(QualifiedName sequence) {
    return new MoveSequence(sequence, elsewhere(sequence));
  }

  private Optional<String> elsewhere(QualifiedName name) {
    return name.namespace().isPresent() ? Optional.empty() : Optional.of(one(NAMESPACES));
  }

  private Optional<String> maybeNamespace() {
    return random.nextBoolean() ? Optional.of(one(NAMESPACES)) : Optional.empty();
  }

  private QualifiedName enumType() {
    return table().withLocal(one(SchemaGenerator.ENUM_TYPES));
  }

  private String label() {
    return one(SchemaGenerator.LABELS);
  }

  private Optional<EnumPosition> maybePosition() {
    return random.nextBoolean()
        ? Optional.of(
            random.nextBoolean() ? EnumPosition.before(label()) : EnumPosition.after(label()))
        : Optional.empty();
  }

  private Optional<String> maybeInterval() {
    return random.nextBoolean() ? Optional.of(one(List.of("1 day", "it's"))) : Optional.empty();
  }

  private String partitionName() {
    return SchemaGenerator.nameOf(table(), one(List.of("part", "hash")), random.nextInt(3));
  }

  private EnumRebuild rebuild() {
    List<String> labels = schemas.some(SchemaGenerator.LABELS, 1 + random.nextInt(5));
    EnumRebuild rebuild = EnumRebuild.labels(labels.toArray(String[]::new));
    String replaced = label();
    if (!labels.contains(replaced)) {
      rebuild = rebuild.replacing(replaced, one(labels));
    }
    for (int i = random.nextInt(3) - 1; i > 0; i--) {
      rebuild = rebuild.usedBy(new EnumColumn(table(), columnName(), random.nextInt(2)));
    }
    return rebuild;
  }

  private DefinedObject object() {
    return new ObjectGenerator(random, schemas).any(this::table);
  }

  private DefinedObject replaceable() {
    DefinedObject object = object();
    return object.id().kind() == ObjectId.Kind.TRIGGER
            || object.id().kind() == ObjectId.Kind.MATERIALIZED_VIEW
        ? replaceable()
        : object;
  }

  private QualifiedName compositeType() {
    return table().withLocal(one(SchemaGenerator.COMPOSITE_TYPES));
  }

  private String attributeName() {
    return one(SchemaGenerator.ATTRIBUTES);
  }

  private Attribute attribute() {
    return new Attribute(attributeName(), schemas.attributeType());
  }

  private CompositeRebuild compositeRebuild() {
    CompositeType wanted = schemas.compositeType(compositeType());
    CompositeRebuild rebuild =
        CompositeRebuild.attributes(wanted.attributes().toArray(Attribute[]::new));
    for (Attribute each : wanted.attributes()) {
      if (random.nextBoolean()) {
        rebuild = rebuild.giving(each.name(), one(TEXTS));
      }
    }
    for (int i = random.nextInt(3) - 1; i > 0; i--) {
      rebuild = rebuild.usedBy(new EnumColumn(table(), columnName(), random.nextInt(2)));
    }
    return random.nextInt(4) == 0
        ? rebuild.inside(
            schemas.compositeType(compositeType()), new EnumColumn(table(), columnName(), 0))
        : rebuild;
  }

  private String columnName() {
    return one(SchemaGenerator.COLUMNS);
  }

  private Optional<String> maybeText() {
    return random.nextBoolean() ? Optional.of(one(TEXTS)) : Optional.empty();
  }

  private Optional<Identity> maybeIdentity() {
    return random.nextBoolean() ? Optional.of(one(List.of(Identity.values()))) : Optional.empty();
  }

  /** Any combination, including those that PostgreSQL refuses but the model can hold. */
  private Column newColumn() {
    return new Column(
        columnName(),
        schemas.type(),
        random.nextBoolean(),
        maybeText(),
        maybeIdentity(),
        maybeText(),
        schemas.comment());
  }

  private Table tableWithForeignKey() {
    Table table = schemas.tableWithoutForeignKeys(table()).withoutIndexes().withoutPartitions();
    String column = table.columns().get(0).name();
    return random.nextBoolean()
        ? table
        : table.withConstraint(
            table.partitioning().isPresent()
                ? foreignKey(column).afterValidation()
                : foreignKey(column));
  }

  private ForeignKey foreignKey(String column) {
    return new ForeignKey(
        random.nextBoolean() ? "" : "fk \"" + columnName(),
        List.of(column),
        table(),
        List.of(columnName()),
        one(List.of(ReferentialAction.values())),
        one(List.of(ReferentialAction.values())),
        schemas.deferrability(),
        schemas.isValidated());
  }

  private Constraint constraint() {
    String name = random.nextBoolean() ? "" : constraintName();
    return switch (random.nextInt(4)) {
      case 0 ->
          new PrimaryKey(name, schemas.some(SchemaGenerator.COLUMNS, 2), schemas.deferrability());
      case 1 ->
          new UniqueConstraint(
              name,
              schemas.some(SchemaGenerator.COLUMNS, 1),
              random.nextBoolean(),
              schemas.deferrability());
      case 2 -> new CheckConstraint(name, one(TEXTS), schemas.isValidated());
      default -> foreignKey(columnName()).named(name);
    };
  }

  private String constraintName() {
    return SchemaGenerator.nameOf(table(), one(List.of("pk", "uk", "fk", "ck")), random.nextInt(3));
  }

  private Index index() {
    return schemas.index(
        table(), random.nextInt(3), SchemaGenerator.COLUMNS.stream().map(schemas::column).toList());
  }

  private String indexName() {
    return SchemaGenerator.nameOf(table(), "ix", random.nextInt(3));
  }
}
