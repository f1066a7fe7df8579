package dev.retort.processor.generate;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumnIdentity;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropExtension;
import dev.retort.operation.DropNamespace;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropPartition;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.MoveRows;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuiltColumns;
import dev.retort.operation.ReplaceObject;
import dev.retort.postgres.Identifiers;
import dev.retort.processor.diagnostic.Consequences;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Brings operations into the form that works on tables with rows, with comments where a person has
 * to decide something: a column that is NOT NULL and has no default is added without NOT NULL,
 * which is set once each row has a value.
 */
public final class DraftedOperations {

  /** What is longer would be broken by a formatter, and no longer be a line to copy. */
  private static final int MAX_LINE = 88;

  /** IS, CASE and functions, which may be true or false of NULL. */
  private static final Pattern ASKS_ABOUT_NULL =
      Pattern.compile(
          "(?i)\\b(?:is|isnull|notnull|case)\\b|\\b(?!(?:in|and|or|not|any|between)\\b)\\w+\\s*\\(");

  private static final String ALSO_THERE =
      "A sequence behind an identity column gives way where its name is taken.";

  private final boolean upgrade;
  private final Map<QualifiedName, Set<SchemaPath>> numbered;
  private final Set<QualifiedName> newTables = new HashSet<>();
  private final Set<QualifiedName> emptied = new HashSet<>();
  private final Set<ColumnOf> newColumns = new HashSet<>();
  private final RebuiltColumns rebuilt;
  private final PartsAside aside;
  private final Set<Operation> asTheyWere = new HashSet<>();
  private final Map<ObjectId, DefinedObject> createdAgain = new HashMap<>();
  private final List<DraftedOperation> drafted = new ArrayList<>();
  private Schema schema;

  private record ColumnOf(QualifiedName table, String column) {}

  private DraftedOperations(
      boolean upgrade,
      Map<QualifiedName, Set<SchemaPath>> numbered,
      List<Operation> operations,
      Schema before) {
    this.upgrade = upgrade;
    this.numbered = numbered;
    this.rebuilt = RebuiltColumns.of(operations);
    this.aside = PartsAside.of(operations);
    this.schema = before;
  }

  /**
   * The statements of an upgrade.
   *
   * @param before the schema that the first operation is applied to
   */
  public static List<DraftedOperation> ofUpgrade(List<Operation> operations, Schema before) {
    return ofUpgrade(operations, before, Map.of());
  }

  /**
   * The statements of an upgrade.
   *
   * @param before the schema that the first operation is applied to
   * @param numbered the columns whose values each sequence gives, where its name does not tell
   */
  public static List<DraftedOperation> ofUpgrade(
      List<Operation> operations, Schema before, Map<QualifiedName, Set<SchemaPath>> numbered) {
    return new DraftedOperations(true, numbered, operations, before).drafted(operations);
  }

  /**
   * The statements of a downgrade. What it deletes came with the upgrade, and is no loss.
   *
   * @param before the schema that the first operation is applied to
   */
  public static List<DraftedOperation> ofDowngrade(List<Operation> operations, Schema before) {
    return new DraftedOperations(false, Map.of(), operations, before).drafted(operations);
  }

  private List<DraftedOperation> drafted(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof CreateObject create) {
        createdAgain.put(create.object().id(), create.object());
      }
    }
    for (Operation operation : Conversions.completed(operations, schema)) {
      if (operation instanceof AddColumn add && Consequences.needsValues(add.column())) {
        add(new AddColumn(add.table(), add.column().withNullable(true)));
        add(new AlterColumnNullable(add.table(), add.column().name(), false));
      } else if (operation instanceof AddColumn add && OwnRowsDefaults.isIn(add, schema)) {
        addThenFill(add);
      } else if (operation instanceof CreatePartition create
          && !newTables.contains(create.table())) {
        addBesideDefault(operation, DefaultPartitions.steps(create, schema));
      } else if (operation instanceof DropPartition drop && !upgrade) {
        addBesideDefault(operation, DefaultPartitions.steps(drop, schema));
      } else if (operation instanceof MoveTable move && MovedIdentities.mayMeet(move, schema)) {
        add(MovedIdentities.giveWay(move), List.of(ALSO_THERE));
        add(operation);
      } else if (operation instanceof AlterColumnIdentity alter && startsAnew(alter)) {
        add(operation);
        add(SequenceStarts.pastTheRows(alter.table(), alter.column()));
      } else {
        add(operation);
      }
    }
    if (upgrade) {
      startPastTheRows(operations);
    }
    return List.copyOf(drafted);
  }

  private void addThenFill(AddColumn add) {
    List<String> comment =
        List.of("Gets its default, which reads the table, when each partition has the column.");
    for (Operation step : OwnRowsDefaults.steps(add)) {
      add(step, comment);
      comment = List.of();
    }
    newColumns.remove(new ColumnOf(add.table(), add.column().name()));
  }

  /** Whether the column gets a sequence; one that only counts otherwise has had it all along. */
  private boolean startsAnew(AlterColumnIdentity alter) {
    return alter.identity().isPresent()
        && !newTables.contains(alter.table())
        && schema.requireTable(alter.table()).requireColumn(alter.column()).identity().isEmpty();
  }

  /** Last, when the ids have the type that they are to have. */
  private void startPastTheRows(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof CreateSequence create) {
        Set<SchemaPath> columns = numbered.getOrDefault(create.sequence().name(), Set.of());
        SequenceStarts.pastTheRows(create.sequence(), columns, schema, newTables)
            .ifPresent(this::add);
      }
    }
  }

  /** What is said of the change is said once, before what it takes. */
  private void addBesideDefault(Operation change, List<Operation> steps) {
    List<String> first = comment(change);
    for (int i = 0; i < steps.size(); i++) {
      Operation step = steps.get(i);
      boolean isPart = step.equals(change) || step instanceof ExecuteSql;
      List<String> comment = isPart ? List.of() : comment(step);
      add(step, i == 0 ? first : comment);
    }
  }

  private void add(Operation operation) {
    add(operation, comment(operation));
  }

  private void add(Operation operation, List<String> comment) {
    drafted.add(new DraftedOperation(operation, comment));
    schema = operation.applyTo(schema);
    if (operation instanceof CreateTable create) {
      newTables.add(create.table().name());
    } else if (operation instanceof MoveRows move) {
      newTables.remove(move.to());
      emptied.add(move.from());
    } else if (operation instanceof AddColumn add && isNullInEachRow(add.column())) {
      newColumns.add(new ColumnOf(add.table(), add.column().name()));
    }
  }

  private List<String> comment(Operation operation) {
    if (operation instanceof ExecuteSql) {
      return List.of("Goes on after the rows that are there.");
    }
    if (operation instanceof DropNamespace && !upgrade) {
      return List.of("Leave this out where the namespace was there before the upgrade.");
    }
    if (operation instanceof DropExtension && !upgrade) {
      return List.of("Leave this out where the extension was there before the upgrade.");
    }
    if (operation instanceof DropObject drop) {
      return ofDropped(drop);
    }
    Optional<Operation> again = aside.adding(operation).filter(this::isAsItWas);
    if (again.isPresent()) {
      asTheyWere.add(again.get());
      return List.of("Steps aside for the new type: added again below, as it is.");
    }
    if (asTheyWere.contains(operation)) {
      return List.of();
    }
    if (operation instanceof ReplaceObject replace) {
      return StaleResults.comment(replace, schema);
    }
    if (operation instanceof AddEnumValue) {
      return upgrade
          ? List.of(
              "Nothing in this revision can use the label: PostgreSQL wants it committed first.")
          : List.of();
    }
    if (operation instanceof DropColumn drop
        && rebuilt
            .added(drop.table(), drop.column())
            .filter(column -> column.generation().isPresent())
            .isPresent()) {
      return List.of(
          isGenerated(drop.table(), drop.column())
              ? "Added again below: its values are computed anew, and its place is the last."
              : "Deletes the column's values: from here on its expression gives them.");
    }
    if (operation instanceof DropTable drop && emptied.contains(drop.table())) {
      return List.of();
    }
    if (concernsNoRow(operation)
        || (!upgrade && Consequences.lost(operation, schema).isPresent())) {
      return List.of();
    }
    Optional<String> consequence = Consequences.of(operation, schema);
    if (operation instanceof AlterColumnNullable alter
        && consequence.isPresent()
        && !isGenerated(alter.table(), alter.column())) {
      return missingValues(alter, consequence.get());
    }
    return consequence.stream().toList();
  }

  /** Whether a check or an index is what it was; a key's rows may be other ones afterwards. */
  private boolean isAsItWas(Operation adding) {
    if (adding instanceof AddConstraint add) {
      return add.constraint() instanceof CheckConstraint
          && schema
              .requireTable(add.table())
              .requireConstraint(add.constraint().name())
              .equals(add.constraint());
    }
    return adding instanceof CreateIndex create
        && !create.index().unique()
        && schema.requireTable(create.table()).indexes().contains(create.index());
  }

  /** What comes back is only out of the way; what is granted on it is not known here. */
  private List<String> ofDropped(DropObject drop) {
    DefinedObject again = createdAgain.get(drop.object());
    if (again == null || drop.object().kind() == ObjectId.Kind.TRIGGER) {
      return List.of();
    }
    boolean same = schema.definedObjects().require(drop.object()).sameAs(again);
    return List.of(
        (same
                ? "Steps aside for what changes under it: created again below, as it is."
                : "Created again below, with its new definition.")
            + (drop.object().kind() == ObjectId.Kind.MATERIALIZED_VIEW
                ? " Indexes and privileges on it must be given again."
                : " Privileges on it must be granted again."));
  }

  private boolean isGenerated(QualifiedName table, String column) {
    return schema.requireTable(table).requireColumn(column).generation().isPresent();
  }

  /**
   * What is on a new table, and what passes over rows in which a new column is NULL: so does a
   * condition on new columns alone, unless it may make something else of NULL.
   */
  private boolean concernsNoRow(Operation operation) {
    if (operation instanceof AddConstraint add) {
      boolean passesOverNull =
          add.constraint() instanceof ForeignKey
              || (add.constraint() instanceof UniqueConstraint unique && unique.nullsDistinct())
              || (add.constraint() instanceof CheckConstraint check
                  && !ASKS_ABOUT_NULL.matcher(check.expression()).find()
                  && !mentionsOld(add.table(), check));
      return newTables.contains(add.table())
          || (passesOverNull && isNew(add.table(), add.constraint()::involves));
    }
    if (operation instanceof CreatePartition create) {
      return newTables.contains(create.table());
    }
    if (operation instanceof CreateIndex create) {
      Index index = create.index();
      return newTables.contains(create.table())
          || (index.nullsDistinct() && isNew(create.table(), index.columns()::contains));
    }
    return false;
  }

  private static boolean isNullInEachRow(Column added) {
    return added.defaultExpression().isEmpty()
        && added.identity().isEmpty()
        && added.generation().isEmpty();
  }

  private boolean mentionsOld(QualifiedName table, CheckConstraint check) {
    return schema.requireTable(table).columns().stream()
        .filter(column -> !newColumns.contains(new ColumnOf(table, column.name())))
        .anyMatch(column -> check.involves(column.name()));
  }

  private boolean isNew(QualifiedName table, Predicate<String> involves) {
    return schema.requireTable(table).columns().stream()
        .filter(
            column -> column.nullable() && newColumns.contains(new ColumnOf(table, column.name())))
        .anyMatch(column -> involves.test(column.name()));
  }

  private static List<String> missingValues(AlterColumnNullable alter, String consequence) {
    String column = Identifiers.quote(alter.column());
    String update =
        "UPDATE "
            + Identifiers.quote(alter.table())
            + " SET "
            + column
            + " = ... WHERE "
            + column
            + " IS NULL";
    String statement = "  op.execute(" + JavaText.literal(update) + ");";
    return statement.length() <= MAX_LINE
        ? List.of(consequence + " Give those rows one first:", statement)
        : List.of(consequence + " Give those rows one first, with op.execute.");
  }
}
