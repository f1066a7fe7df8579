package dev.retort.processor.drift;

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
import dev.retort.operation.RebuiltColumns;
import dev.retort.operation.RenameAttribute;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenamePartition;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RenamedTables;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.RunStep;
import dev.retort.operation.ValidateConstraint;
import dev.retort.problem.Problem;
import dev.retort.processor.diagnostic.Consequences;
import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Attribute;
import dev.retort.schema.Column;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Identity;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/**
 * Tells each operation that is missing from the revisions at the element that asks for it.
 *
 * <p>One cause is told once: nothing is said of the indexes and constraints of a table that comes
 * or goes as a whole, of those that come or go with a column, of a type that comes or goes with its
 * columns, and of what only steps aside while another operation runs.
 */
public final class DriftFindings implements OperationVisitor<Optional<Finding>> {

  private final Drift drift;
  private final DriftProblems problems;
  private final RebuiltColumns rebuilt;
  private final RenamedTables renamedTables;
  private final FollowingSequences following;
  private final EnumTypeProblems enumTypes;
  private final CompositeTypeProblems compositeTypes;
  private final PartProblems parts;
  private final PartitionProblems partitions;
  private final ObjectProblems objects;
  private final Optional<? extends Element> newestRevision;
  private final Finding.Severity severity;

  private DriftFindings(
      Drift drift,
      DriftProblems problems,
      Optional<? extends Element> newestRevision,
      Finding.Severity severity) {
    this.drift = drift;
    this.problems = problems;
    this.rebuilt = RebuiltColumns.of(drift.operations());
    this.renamedTables = RenamedTables.of(drift.operations());
    this.following = FollowingSequences.of(drift.operations(), drift.lookAlikes());
    this.enumTypes = new EnumTypeProblems(drift, problems);
    this.compositeTypes = new CompositeTypeProblems(drift, problems);
    this.parts = new PartProblems(drift, problems);
    this.partitions = new PartitionProblems(drift, problems);
    this.objects = new ObjectProblems(drift, problems);
    this.newestRevision = newestRevision;
    this.severity = severity;
  }

  /**
   * One finding for each difference.
   *
   * @param newestRevision where to tell what no element causes any more
   * @param severity error, or what the user made of it
   */
  public static List<Finding> of(
      Drift drift,
      DriftProblems problems,
      Optional<? extends Element> newestRevision,
      Finding.Severity severity) {
    DriftFindings findings = new DriftFindings(drift, problems, newestRevision, severity);
    return Stream.concat(drift.operations().stream().flatMap(findings::told), findings.contested())
        .toList();
  }

  private static String described(SchemaPath path) {
    return path.kind() == SchemaPath.Kind.TABLE
        ? "table " + path.owner()
        : "column " + path.owner() + "." + path.name();
  }

  /** What is there, and is stated to be the new name of something else that is there. */
  private Stream<Finding> contested() {
    return drift.ambiguous().stream()
        .filter(path -> path.isIn(drift.renamed()))
        .flatMap(path -> at(path, contested(path)).stream());
  }

  private Problem contested(SchemaPath path) {
    return drift.takesPlacesInCircle(path)
        ? problems.circularMove(described(path))
        : problems.contestedRename(described(path));
  }

  /** The finding, with what the change means for rows where that is clear already. */
  private Stream<Finding> told(Operation operation) {
    if (operation instanceof RebuildCompositeType rebuild) {
      return told(rebuild);
    }
    Optional<Finding> finding = operation.accept(this);
    if (finding.isEmpty() || isUndecided(operation)) {
      return finding.stream();
    }
    return Stream.of(
        Consequences.of(meant(operation), drift.renamed())
            .map(consequence -> finding.get().withFact(problems.change(consequence)))
            .orElse(finding.get()));
  }

  /** One for each attribute that differs; nothing of a rebuild that only steps aside. */
  private Stream<Finding> told(RebuildCompositeType rebuild) {
    Optional<List<Attribute>> mapped =
        Optional.ofNullable(drift.meant().compositeTypes().get(rebuild.type()))
            .map(CompositeType::attributes);
    if (!mapped.equals(Optional.of(rebuild.rebuild().attributes()))) {
      return Stream.empty();
    }
    Optional<String> consequence = Consequences.of(rebuild, drift.renamed());
    return compositeTypes.differences(rebuild.type()).stream()
        .flatMap(
            each ->
                at(each.path(), each.problem()).stream()
                    .map(
                        finding ->
                            consequence
                                .filter(text -> each.concernsValues())
                                .map(text -> finding.withFact(problems.change(text)))
                                .orElse(finding)));
  }

  /** Where a column is dropped to be added again, only that it is added is told. */
  private Operation meant(Operation operation) {
    if (operation instanceof CreateTable create) {
      return partitions.moveTo(create.table().name()).orElse(operation);
    }
    return operation instanceof AddColumn add && rebuilt.contains(add.table(), add.column().name())
        ? new DropColumn(add.table(), add.column().name())
        : operation;
  }

  /** Errors for what the user must decide before a revision can be drafted. */
  public static List<Finding> undecided(Drift drift, DriftProblems problems) {
    DriftFindings findings =
        new DriftFindings(drift, problems, Optional.empty(), Finding.Severity.ERROR);
    return Stream.concat(
            drift.operations().stream()
                .filter(findings::isUndecided)
                .map(operation -> operation.accept(findings))
                .flatMap(Optional::stream),
            findings.contested())
        .toList();
  }

  private boolean isUndecided(Operation operation) {
    return LookAlikes.created(operation)
        .filter(path -> drift.lookAlikes().containsKey(path) || drift.ambiguous().contains(path))
        .isPresent();
  }

  @Override
  public Optional<Finding> visit(CreateTable create) {
    if (partitions.isCopied(create.table().name())) {
      return of(SchemaPath.table(create.table().name()), partitions.of(create));
    }
    return missing(SchemaPath.table(create.table().name()), "table " + create.table().name());
  }

  @Override
  public Optional<Finding> visit(DropTable drop) {
    if (drift.renamed().table(drop.table()).isEmpty()) {
      // It stepped aside, and its rows are moved.
      return Optional.empty();
    }
    SchemaPath path = SchemaPath.table(drop.table());
    return looksRenamed(path)
        ? Optional.empty()
        : at(path, problems.tableNotMapped(drop.table().toString()));
  }

  @Override
  public Optional<Finding> visit(AddColumn add) {
    Column column = add.column();
    if (rebuilt.contains(add.table(), column.name())) {
      return rebuilt(add.table(), column);
    }
    return missing(
        SchemaPath.column(add.table(), column.name()),
        "column " + add.table() + "." + column.name() + " " + column.type().inWords());
  }

  @Override
  public Optional<Finding> visit(DropColumn drop) {
    SchemaPath path = SchemaPath.column(drop.table(), drop.column());
    return looksRenamed(path) || rebuilt.contains(drop.table(), drop.column())
        ? Optional.empty()
        : at(path, problems.notMapped("column " + drop.table() + "." + drop.column()));
  }

  @Override
  public Optional<Finding> visit(AlterColumnType alter) {
    boolean stepsAside =
        drift.meant().compositeTypes().size() + drift.chain().compositeTypes().size() > 0
            && !drift
                .model()
                .schema()
                .table(alter.table())
                .flatMap(table -> table.column(alter.column()))
                .map(Column::type)
                .equals(Optional.of(alter.type()));
    if (stepsAside) {
      return Optional.empty();
    }
    return altered(
        alter.table(), alter.column(), alter.type().inWords(), old -> old.type().inWords());
  }

  @Override
  public Optional<Finding> visit(AlterColumnNullable alter) {
    return altered(
        alter.table(), alter.column(), nullable(alter.nullable()), c -> nullable(c.nullable()));
  }

  @Override
  public Optional<Finding> visit(AlterColumnDefault alter) {
    Optional<String> created = defaultOf(drift.renamed(), alter);
    Optional<String> mapped = defaultOf(drift.meant(), alter);
    boolean stepsAside = created.equals(mapped) || !alter.defaultExpression().equals(mapped);
    if (stepsAside) {
      return Optional.empty();
    }
    return altered(
        alter.table(),
        alter.column(),
        withDefault(alter.defaultExpression()),
        old -> withDefault(old.defaultExpression()));
  }

  @Override
  public Optional<Finding> visit(AlterColumnIdentity alter) {
    return altered(
        alter.table(), alter.column(), identity(alter.identity()), c -> identity(c.identity()));
  }

  @Override
  public Optional<Finding> visit(AlterTableComment alter) {
    return at(
        SchemaPath.table(alter.table()),
        problems.differs(
            "table " + alter.table(),
            Definitions.ofComment(alter.comment()),
            Definitions.ofComment(drift.renamed().requireTable(alter.table()).comment())));
  }

  @Override
  public Optional<Finding> visit(DropExpression drop) {
    return altered(
        drop.table(),
        drop.column(),
        Definitions.generation(Optional.empty()),
        old -> Definitions.generation(old.generation()));
  }

  /** What of a generated column differs; nothing where it only steps aside. */
  private Optional<Finding> rebuilt(QualifiedName table, Column mapped) {
    Column created = drift.renamed().requireTable(table).requireColumn(mapped.name());
    boolean retyped = !created.type().equals(mapped.type());
    if (!retyped && created.generation().equals(mapped.generation())) {
      return Optional.empty();
    }
    Fact fact =
        column ->
            (retyped ? column.type().inWords() + " " : "")
                + Definitions.generation(column.generation());
    return altered(table, mapped.name(), fact.of(mapped), fact);
  }

  @Override
  public Optional<Finding> visit(AlterColumnComment alter) {
    return altered(
        alter.table(),
        alter.column(),
        Definitions.ofComment(alter.comment()),
        old -> Definitions.ofComment(old.comment()));
  }

  @Override
  public Optional<Finding> visit(AddConstraint add) {
    return of(SchemaPath.constraint(add.table(), add.constraint().name()), parts.of(add));
  }

  @Override
  public Optional<Finding> visit(DropConstraint drop) {
    return of(SchemaPath.constraint(drop.table(), drop.constraint()), parts.of(drop));
  }

  @Override
  public Optional<Finding> visit(ValidateConstraint validate) {
    return at(SchemaPath.constraint(validate.table(), validate.constraint()), parts.of(validate));
  }

  @Override
  public Optional<Finding> visit(CreateIndex create) {
    return of(SchemaPath.index(create.table(), create.index().name()), parts.of(create));
  }

  @Override
  public Optional<Finding> visit(DropIndex drop) {
    return of(SchemaPath.index(drop.table(), drop.index()), parts.of(drop));
  }

  @Override
  public Optional<Finding> visit(CreateSequence create) {
    if (following.contains(create.sequence().name())) {
      return Optional.empty();
    }
    return at(
        SchemaPath.sequence(create.sequence().name()),
        problems.notCreated("sequence " + create.sequence().name()));
  }

  @Override
  public Optional<Finding> visit(AlterSequence alter) {
    long old = drift.renamed().requireSequence(alter.sequence()).increment();
    return at(
        SchemaPath.sequence(alter.sequence()),
        problems.differs(
            "sequence " + alter.sequence(), "increment " + alter.increment(), "increment " + old));
  }

  /** Follows its table, which is told. */
  @Override
  public Optional<Finding> visit(RenameSequence rename) {
    return Optional.empty();
  }

  /** Follows its table, which is told. */
  @Override
  public Optional<Finding> visit(MoveSequence move) {
    return Optional.empty();
  }

  @Override
  public Optional<Finding> visit(DropSequence drop) {
    if (following.contains(drop.sequence())) {
      return Optional.empty();
    }
    return at(
        SchemaPath.sequence(drop.sequence()), problems.notMapped("sequence " + drop.sequence()));
  }

  /** Told at what is in it. */
  @Override
  public Optional<Finding> visit(CreateNamespace create) {
    return Optional.empty();
  }

  /** Entities ask for no extensions, and what revisions create besides stays. */
  @Override
  public Optional<Finding> visit(CreateExtension create) {
    return Optional.empty();
  }

  @Override
  public Optional<Finding> visit(DropNamespace drop) {
    return Optional.empty();
  }

  @Override
  public Optional<Finding> visit(DropExtension drop) {
    return Optional.empty();
  }

  @Override
  public Optional<Finding> visit(RenameTable rename) {
    return named(rename);
  }

  @Override
  public Optional<Finding> visit(MoveTable move) {
    return named(move);
  }

  /** Of a name that is given only for a while nothing is told. */
  private Optional<Finding> named(Operation operation) {
    return renamedTables.endingWith(operation).flatMap(this::named);
  }

  private Optional<Finding> named(RenamedTables.Renamed table) {
    boolean beside = table.before().namespace().equals(table.after().namespace());
    return at(
        SchemaPath.table(table.after()),
        problems.differs(
            "table " + table.before(),
            beside ? table.after().local() : table.after().inFull(),
            beside ? table.before().local() : table.before().inFull()));
  }

  /** Of a name that is given only for a while nothing is told. */
  @Override
  public Optional<Finding> visit(RenameColumn rename) {
    SchemaPath path = SchemaPath.column(rename.table(), rename.newName());
    String old = drift.beforeRenames(rename.table(), rename.column());
    return path.isIn(drift.meant())
        ? at(path, problems.differs("column " + rename.table() + "." + old, rename.newName(), old))
        : Optional.empty();
  }

  @Override
  public Optional<Finding> visit(CreateEnumType create) {
    SchemaPath path = SchemaPath.enumType(create.type().name());
    return of(path, enumTypes.of(create));
  }

  @Override
  public Optional<Finding> visit(DropEnumType drop) {
    SchemaPath path = SchemaPath.enumType(drop.type());
    return of(path, enumTypes.of(drop));
  }

  @Override
  public Optional<Finding> visit(AddEnumValue add) {
    return at(SchemaPath.enumType(add.type()), enumTypes.of(add));
  }

  @Override
  public Optional<Finding> visit(RenameEnumValue rename) {
    return at(SchemaPath.enumType(rename.type()), enumTypes.of(rename));
  }

  @Override
  public Optional<Finding> visit(RebuildEnumType rebuild) {
    return at(SchemaPath.enumType(rebuild.type()), enumTypes.of(rebuild));
  }

  @Override
  public Optional<Finding> visit(CreateObject create) {
    return at(create.object().id(), objects.of(create));
  }

  @Override
  public Optional<Finding> visit(ReplaceObject replace) {
    return at(replace.object().id(), objects.of(replace));
  }

  @Override
  public Optional<Finding> visit(DropObject drop) {
    return at(drop.object(), objects.of(drop));
  }

  /** At the annotation that declares the object, else at the newest revision. */
  private Optional<Finding> at(ObjectId id, Optional<Problem> problem) {
    Optional<Finding.Place> place =
        Optional.ofNullable(drift.model().declared().get(id))
            .or(() -> newestRevision.map(Finding.Place::of));
    return problem.map(told -> new Finding(severity, told, place));
  }

  @Override
  public Optional<Finding> visit(CreateCompositeType create) {
    return of(SchemaPath.compositeType(create.type().name()), compositeTypes.of(create));
  }

  @Override
  public Optional<Finding> visit(DropCompositeType drop) {
    return of(SchemaPath.compositeType(drop.type()), compositeTypes.of(drop));
  }

  @Override
  public Optional<Finding> visit(AddAttribute add) {
    return ofType(add.type(), add.attribute().name());
  }

  @Override
  public Optional<Finding> visit(DropAttribute drop) {
    return ofType(drop.type(), drop.attribute());
  }

  @Override
  public Optional<Finding> visit(AlterAttributeType alter) {
    return ofType(alter.type(), alter.attribute());
  }

  @Override
  public Optional<Finding> visit(RenameAttribute rename) {
    return ofType(rename.type(), rename.newName());
  }

  /** The first of several; all are told. */
  @Override
  public Optional<Finding> visit(RebuildCompositeType rebuild) {
    return told(rebuild).findFirst();
  }

  private Optional<Finding> ofType(QualifiedName type, String attribute) {
    return compositeTypes.differences(type).stream()
        .filter(each -> each.path().name().equals(attribute))
        .flatMap(each -> at(each.path(), each.problem()).stream())
        .findFirst();
  }

  @Override
  public Optional<Finding> visit(CreatePartition create) {
    return of(SchemaPath.table(create.table()), partitions.of(create));
  }

  @Override
  public Optional<Finding> visit(DropPartition drop) {
    return at(SchemaPath.table(drop.table()), partitions.of(drop));
  }

  /** Steps aside while rows are moved. */
  @Override
  public Optional<Finding> visit(RenamePartition rename) {
    return partitions.of(rename).flatMap(problem -> at(SchemaPath.table(rename.table()), problem));
  }

  @Override
  public Optional<Finding> visit(AlterPartitions alter) {
    return at(SchemaPath.table(alter.table()), partitions.of(alter));
  }

  /** What the rows are moved for is told. */
  @Override
  public Optional<Finding> visit(MoveRows move) {
    return Optional.empty();
  }

  @Override
  public Optional<Finding> visit(CreateHypertable create) {
    return at(SchemaPath.table(create.table()), partitions.of(create));
  }

  @Override
  public Optional<Finding> visit(AlterChunkInterval alter) {
    return at(SchemaPath.table(alter.table()), partitions.of(alter));
  }

  /** Rows are no part of a schema. */
  @Override
  public Optional<Finding> visit(ExecuteSql execute) {
    return Optional.empty();
  }

  /** Rows are no part of a schema. */
  @Override
  public Optional<Finding> visit(BulkInsert insert) {
    return Optional.empty();
  }

  /** Rows are no part of a schema. */
  @Override
  public Optional<Finding> visit(BulkUpdate update) {
    return Optional.empty();
  }

  /** Rows are no part of a schema. */
  @Override
  public Optional<Finding> visit(BulkDelete delete) {
    return Optional.empty();
  }

  /** Rows are no part of a schema. */
  @Override
  public Optional<Finding> visit(Backfill backfill) {
    return Optional.empty();
  }

  /** Rows are no part of a schema. */
  @Override
  public Optional<Finding> visit(RunStep run) {
    return Optional.empty();
  }

  private static Optional<String> defaultOf(Schema schema, AlterColumnDefault alter) {
    return schema.requireTable(alter.table()).requireColumn(alter.column()).defaultExpression();
  }

  /** What is not there; where it may be a rename, both readings. */
  private Optional<Finding> missing(SchemaPath path, String what) {
    if (drift.ambiguous().contains(path)) {
      return at(path, problems.ambiguousRename(what));
    }
    List<SchemaPath> olds = drift.lookAlikes().get(path);
    return at(
        path,
        olds == null
            ? problems.notCreated(what)
            : problems.renamedOrNew(
                what, olds.stream().map(old -> formerName(path, old)).toList()));
  }

  /** As {@code @RenamedFrom} would have it. */
  private static String formerName(SchemaPath path, SchemaPath old) {
    return old.owner().namespace().equals(path.owner().namespace())
        ? old.localName()
        : old.owner().inFull();
  }

  private boolean looksRenamed(SchemaPath old) {
    return drift.lookAlikes().values().stream().anyMatch(olds -> olds.contains(old));
  }

  private interface Fact {
    String of(Column column);
  }

  private Optional<Finding> altered(
      QualifiedName table, String column, String mapped, Fact createdAs) {
    Column old = drift.renamed().requireTable(table).requireColumn(column);
    return at(
        SchemaPath.column(table, column),
        problems.differs("column " + table + "." + column, mapped, createdAs.of(old)));
  }

  private Optional<Finding> of(SchemaPath path, Optional<Problem> problem) {
    return problem.flatMap(told -> at(path, told));
  }

  /** At the origin of the path, else at its table's, else at the newest revision. */
  private Optional<Finding> at(SchemaPath path, Problem problem) {
    Element origin = drift.model().origins().get(path);
    if (origin == null && path.kind() == SchemaPath.Kind.ATTRIBUTE) {
      origin = drift.model().origins().get(SchemaPath.compositeType(path.owner()));
    } else if (origin == null && path.isOfTable()) {
      origin = drift.model().origins().get(SchemaPath.table(path.owner()));
    }
    Optional<Finding.Place> place =
        Optional.<Element>ofNullable(origin).or(() -> newestRevision).map(Finding.Place::of);
    return Optional.of(new Finding(severity, problem, place));
  }

  private static String nullable(boolean nullable) {
    return nullable ? "nullable" : "not null";
  }

  private static String withDefault(Optional<String> expression) {
    return expression.map(e -> "with default " + e).orElse("without a default");
  }

  private static String identity(Optional<Identity> identity) {
    return identity
        .map(i -> i == Identity.ALWAYS ? "identity (always)" : "identity (by default)")
        .orElse("a plain column");
  }
}
