package dev.retort.postgres;

import static dev.retort.postgres.Identifiers.literal;
import static dev.retort.postgres.Identifiers.quote;

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
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Extension;
import dev.retort.schema.Identity;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Operations as PostgreSQL's statements, without a semicolon at their end. A name without a
 * namespace is left to the {@code search_path}.
 */
public final class SqlRenderer implements OperationVisitor<List<String>> {

  private static final SqlRenderer INSTANCE = new SqlRenderer();

  private SqlRenderer() {}

  /**
   * The statements that make the operation, in order; none for {@link RunStep}, which is code.
   *
   * <p>The statements of {@link ExecuteSql} are one element, as they were written, with constants
   * for its parameters.
   */
  public static List<String> render(Operation operation) {
    return operation.accept(INSTANCE);
  }

  @Override
  public List<String> visit(CreateTable operation) {
    Table table = operation.table();
    List<Constraint> later = notInside(table);
    StringJoiner elements = new StringJoiner(",\n    ", "(\n    ", "\n)").setEmptyValue("()");
    for (Column column : table.columns()) {
      elements.add(Fragments.column(column));
    }
    for (Constraint constraint : table.constraints()) {
      if (later.isEmpty() || !later.contains(constraint)) {
        elements.add(Fragments.constraint(constraint));
      }
    }
    String division = PartitionStatements.partitionBy(table);
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE " + quote(table.name()) + " " + elements + division);
    for (Constraint key : later) {
      statements.addAll(visit(new AddConstraint(table.name(), key)));
    }
    statements.addAll(CommentStatements.of(table));
    if (table.hypertable().isPresent()) {
      statements.addAll(HypertableStatements.of(table).toList());
    }
    return statements;
  }

  /**
   * The constraints that PostgreSQL would make something else of inside CREATE TABLE, without a
   * word: of two keys on the same columns, checked alike, it makes one and forgets the other's name
   * ({@code transformIndexConstraints}); one that is not valid it takes for valid, since there are
   * no rows.
   */
  private static List<Constraint> notInside(Table table) {
    List<Constraint> keys = new ArrayList<>();
    Optional<PrimaryKey> primary = table.primaryKey();
    if (primary.isPresent()) {
      keys.add(
          new UniqueConstraint("", primary.get().columns())
              .withDeferrability(primary.get().deferrability()));
    }
    List<Constraint> notInside = new ArrayList<>();
    for (Constraint each : table.constraints()) {
      Constraint unnamed = each instanceof UniqueConstraint ? each.named("") : each;
      if (!each.isValidated() || (each != unnamed && keys.contains(unnamed))) {
        notInside.add(each);
      } else if (each != unnamed) {
        keys.add(unnamed);
      }
    }
    return notInside;
  }

  @Override
  public List<String> visit(DropTable operation) {
    return List.of("DROP TABLE " + quote(operation.table()));
  }

  @Override
  public List<String> visit(RenameTable operation) {
    return alterTable(operation.table(), "RENAME TO " + quote(operation.newName()));
  }

  @Override
  public List<String> visit(MoveTable operation) {
    return NamespaceStatements.of(operation);
  }

  @Override
  public List<String> visit(AlterTableComment operation) {
    return List.of(CommentStatements.onTable(operation.table(), operation.comment()));
  }

  @Override
  public List<String> visit(AddColumn operation) {
    String action = "ADD COLUMN " + Fragments.column(operation.column());
    List<String> statements = new ArrayList<>(alterTable(operation.table(), action));
    statements.addAll(CommentStatements.of(operation.table(), operation.column()));
    return statements;
  }

  @Override
  public List<String> visit(DropColumn operation) {
    return alterTable(operation.table(), "DROP COLUMN " + quote(operation.column()));
  }

  @Override
  public List<String> visit(RenameColumn operation) {
    return alterTable(
        operation.table(),
        "RENAME COLUMN " + quote(operation.column()) + " TO " + quote(operation.newName()));
  }

  @Override
  public List<String> visit(AlterColumnType operation) {
    return alterColumn(
        operation.table(),
        operation.column(),
        "TYPE "
            + TypeNames.render(operation.type())
            + operation.using().map(expression -> " USING " + expression).orElse(""));
  }

  @Override
  public List<String> visit(AlterColumnNullable operation) {
    return alterColumn(
        operation.table(),
        operation.column(),
        operation.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
  }

  @Override
  public List<String> visit(AlterColumnDefault operation) {
    return alterColumn(
        operation.table(),
        operation.column(),
        operation
            .defaultExpression()
            .map(expression -> "SET DEFAULT " + expression)
            .orElse("DROP DEFAULT"));
  }

  @Override
  public List<String> visit(AlterColumnIdentity operation) {
    return operation
        .identity()
        .map(identity -> List.of(setIdentity(operation.table(), operation.column(), identity)))
        .orElseGet(() -> alterColumn(operation.table(), operation.column(), "DROP IDENTITY"));
  }

  @Override
  public List<String> visit(DropExpression operation) {
    return alterColumn(operation.table(), operation.column(), "DROP EXPRESSION");
  }

  @Override
  public List<String> visit(AlterColumnComment operation) {
    return List.of(
        CommentStatements.onColumn(operation.table(), operation.column(), operation.comment()));
  }

  @Override
  public List<String> visit(AddConstraint operation) {
    return alterTable(operation.table(), "ADD " + Fragments.constraint(operation.named()));
  }

  @Override
  public List<String> visit(DropConstraint operation) {
    return alterTable(operation.table(), "DROP CONSTRAINT " + quote(operation.constraint()));
  }

  @Override
  public List<String> visit(CreateIndex operation) {
    return List.of(
        IndexStatements.create(operation.table(), operation.index(), operation.concurrently()));
  }

  @Override
  public List<String> visit(ValidateConstraint operation) {
    return alterTable(operation.table(), "VALIDATE CONSTRAINT " + quote(operation.constraint()));
  }

  @Override
  public List<String> visit(DropIndex operation) {
    return List.of(
        IndexStatements.drop(operation.table(), operation.index(), operation.concurrently()));
  }

  @Override
  public List<String> visit(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    return List.of(
        "CREATE SEQUENCE "
            + quote(sequence.name())
            + " START WITH "
            + sequence.start()
            + " INCREMENT BY "
            + sequence.increment()
            + bound(sequence));
  }

  /**
   * PostgreSQL bounds an ascending sequence by 1 and a descending one by -1 unless told otherwise,
   * and refuses a start beyond; Hibernate's {@code SequenceSupport.startingValue} does the same.
   */
  private static String bound(Sequence sequence) {
    if (sequence.increment() > 0 && sequence.start() < 1) {
      return " MINVALUE " + sequence.start();
    }
    return sequence.increment() < 0 && sequence.start() > -1 ? " MAXVALUE " + sequence.start() : "";
  }

  /** Nothing but the step: the position stays, and so do the bounds of the sequence's creation. */
  @Override
  public List<String> visit(AlterSequence operation) {
    return List.of(
        "ALTER SEQUENCE " + quote(operation.sequence()) + " INCREMENT BY " + operation.increment());
  }

  @Override
  public List<String> visit(RenameSequence operation) {
    return List.of(
        "ALTER SEQUENCE "
            + quote(operation.sequence())
            + " RENAME TO "
            + quote(operation.newName()));
  }

  @Override
  public List<String> visit(MoveSequence operation) {
    return NamespaceStatements.of(operation);
  }

  @Override
  public List<String> visit(DropSequence operation) {
    return List.of("DROP SEQUENCE " + quote(operation.sequence()));
  }

  @Override
  public List<String> visit(CreateNamespace operation) {
    return List.of("CREATE SCHEMA IF NOT EXISTS " + quote(operation.namespace()));
  }

  @Override
  public List<String> visit(DropNamespace operation) {
    return List.of("DROP SCHEMA " + quote(operation.namespace()));
  }

  @Override
  public List<String> visit(CreateExtension operation) {
    Extension extension = operation.extension();
    return List.of(
        "CREATE EXTENSION IF NOT EXISTS "
            + quote(extension.name())
            + extension.namespace().map(namespace -> " SCHEMA " + quote(namespace)).orElse(""));
  }

  @Override
  public List<String> visit(DropExtension operation) {
    return List.of("DROP EXTENSION " + quote(operation.extension()));
  }

  @Override
  public List<String> visit(CreateEnumType operation) {
    return List.of(EnumStatements.create(operation.type()));
  }

  @Override
  public List<String> visit(DropEnumType operation) {
    return List.of("DROP TYPE " + quote(operation.type()));
  }

  @Override
  public List<String> visit(AddEnumValue operation) {
    return List.of(EnumStatements.add(operation));
  }

  @Override
  public List<String> visit(RenameEnumValue operation) {
    return List.of(
        "ALTER TYPE "
            + quote(operation.type())
            + " RENAME VALUE "
            + literal(operation.label())
            + " TO "
            + literal(operation.newLabel()));
  }

  @Override
  public List<String> visit(RebuildEnumType operation) {
    return EnumStatements.rebuild(operation);
  }

  @Override
  public List<String> visit(CreatePartition operation) {
    return PartitionStatements.create(operation);
  }

  @Override
  public List<String> visit(DropPartition operation) {
    return PartitionStatements.drop(operation);
  }

  @Override
  public List<String> visit(RenamePartition operation) {
    return alterTable(
        operation.table().withLocal(operation.partition()),
        "RENAME TO " + quote(operation.newName()));
  }

  @Override
  public List<String> visit(AlterPartitions operation) {
    return PartitionStatements.alter(operation);
  }

  @Override
  public List<String> visit(MoveRows operation) {
    return PartitionStatements.move(operation);
  }

  @Override
  public List<String> visit(CreateHypertable operation) {
    return HypertableStatements.create(operation);
  }

  @Override
  public List<String> visit(AlterChunkInterval operation) {
    return HypertableStatements.alter(operation);
  }

  @Override
  public List<String> visit(CreateObject operation) {
    return ObjectStatements.create(operation.object());
  }

  @Override
  public List<String> visit(ReplaceObject operation) {
    return ObjectStatements.replace(operation.object());
  }

  @Override
  public List<String> visit(DropObject operation) {
    return List.of(ObjectStatements.drop(operation.object()));
  }

  @Override
  public List<String> visit(CreateCompositeType operation) {
    return List.of(CompositeStatements.create(operation.type()));
  }

  @Override
  public List<String> visit(DropCompositeType operation) {
    return List.of("DROP TYPE " + quote(operation.type()));
  }

  @Override
  public List<String> visit(AddAttribute operation) {
    return CompositeStatements.alter(
        operation.type(), "ADD ATTRIBUTE " + CompositeStatements.attribute(operation.attribute()));
  }

  @Override
  public List<String> visit(DropAttribute operation) {
    return CompositeStatements.alter(
        operation.type(), "DROP ATTRIBUTE " + quote(operation.attribute()));
  }

  @Override
  public List<String> visit(AlterAttributeType operation) {
    return CompositeStatements.alter(
        operation.type(),
        "ALTER ATTRIBUTE "
            + quote(operation.attribute())
            + " TYPE "
            + TypeNames.render(operation.attributeType()));
  }

  @Override
  public List<String> visit(RenameAttribute operation) {
    return CompositeStatements.alter(
        operation.type(),
        "RENAME ATTRIBUTE " + quote(operation.attribute()) + " TO " + quote(operation.newName()));
  }

  @Override
  public List<String> visit(RebuildCompositeType operation) {
    return CompositeStatements.rebuild(operation);
  }

  @Override
  public List<String> visit(ExecuteSql operation) {
    return List.of(BoundStatement.withConstants(operation));
  }

  @Override
  public List<String> visit(BulkInsert operation) {
    return RowStatements.insert(operation).stream().map(RowStatements::withConstants).toList();
  }

  @Override
  public List<String> visit(BulkUpdate operation) {
    return RowStatements.update(operation).stream().map(RowStatements::withConstants).toList();
  }

  @Override
  public List<String> visit(BulkDelete operation) {
    return RowStatements.delete(operation).stream().map(RowStatements::withConstants).toList();
  }

  /** All rows at once, which is what the lots add up to. */
  @Override
  public List<String> visit(Backfill operation) {
    return List.of(BackfillStatements.whole(operation));
  }

  @Override
  public List<String> visit(RunStep operation) {
    return List.of();
  }

  private static List<String> alterTable(QualifiedName table, String action) {
    return List.of("ALTER TABLE " + quote(table) + " " + action);
  }

  private static List<String> alterColumn(QualifiedName table, String column, String action) {
    return alterTable(table, "ALTER COLUMN " + quote(column) + " " + action);
  }

  /**
   * PostgreSQL has one statement for a plain column and another for an identity column, whose
   * sequence must go on where it is; only the server knows which of them the column is.
   */
  private static String setIdentity(QualifiedName table, String column, Identity identity) {
    String alter = "ALTER TABLE " + quote(table) + " ALTER COLUMN " + quote(column);
    String generated = identity == Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT";
    String body =
        "\nBEGIN\n  IF EXISTS (\n    SELECT FROM pg_catalog.pg_attribute WHERE attrelid = "
            + literal(quote(table))
            + "::pg_catalog.regclass\n      AND attname = "
            + literal(column)
            + " AND attidentity <> ''\n  ) THEN\n    "
            + alter
            + " SET GENERATED "
            + generated
            + ";\n  ELSE\n    "
            + alter
            + " ADD "
            + Fragments.identity(identity)
            + ";\n  END IF;\nEND\n";
    return block(body);
  }

  /** A block of PL/pgSQL that is run at once. */
  static String block(String body) {
    String tag = dollarTag(body);
    return "DO " + tag + body + tag;
  }

  /** A dollar quote that does not occur in the text. */
  public static String dollarTag(String text) {
    String tag = "$$";
    for (int n = 1; text.contains(tag); n++) {
      tag = "$retort" + n + "$";
    }
    return tag;
  }
}
