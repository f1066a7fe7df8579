package dev.retort.diff;

import dev.retort.diff.ColumnDiffer.Early;
import dev.retort.diff.TableDiffer.TableChanges;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreatePartition;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The difference between two schemas.
 *
 * <p>The order of columns and of creation is no difference, nor is the name alone of a constraint
 * or an index, nor the start of a sequence that exists. A changed constraint or index is dropped
 * and created, but one that only becomes valid is validated; a changed column, sequence or type is
 * altered, a generated column dropped and added. Views and triggers step aside for a change of what
 * they may use. What has another name is another thing: nothing is taken for renamed, nor is a
 * label of an enum type or an attribute of a composite one. Rows that are to be divided otherwise
 * are moved to a new table; where partitions are asked for and none is named, any will do.
 */
public final class SchemaDiffer {

  private final Schema from;
  private final Schema to;
  private final Script script = new Script();
  private final Map<QualifiedName, TableChanges> changes = new TreeMap<>();

  private SchemaDiffer(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  /**
   * The operations that make one schema the other, in an order in which each can be applied. Both
   * schemas must be consistent: every foreign key has its target. The answer depends on the two
   * values alone, not on the order of their tables.
   */
  public static List<Operation> diff(Schema from, Schema to) {
    // Most ways back lead to what was there before, and every compilation proves all of them.
    return from.equals(to) ? List.of() : Redivision.diff(from, to, SchemaDiffer::undivided);
  }

  /** The difference where the rows of no table are to be divided otherwise. */
  private static List<Operation> undivided(Schema from, Schema to) {
    return RoutinesInUse.diff(from, to, SchemaDiffer::withDetours);
  }

  /** The difference where no function that tables call is in the way. */
  private static List<Operation> withDetours(Schema from, Schema to) {
    if (CompositeTypeDiffer.detours(from, to).isEmpty()) {
      return new SchemaDiffer(from, to).operations();
    }
    List<Operation> operations = new ArrayList<>(ObjectDiffer.allAside(from));
    operations.addAll(CompositeTypeDiffer.detours(Operation.applyAll(operations, from), to));
    Schema start = Operation.applyAll(operations, from);
    operations.addAll(new SchemaDiffer(start, to).operations());
    return List.copyOf(operations);
  }

  private List<Operation> operations() {
    RelationNames taken = RelationNames.of(to);
    EnumTypeDiffer enumTypes = EnumTypeDiffer.of(from, to);
    CompositeTypeDiffer compositeTypes = CompositeTypeDiffer.of(from, to);
    Set<QualifiedName> rebuiltTypes = new TreeSet<>(enumTypes.rebuilt());
    rebuiltTypes.addAll(compositeTypes.rebuilt());
    for (Table before : from.tables().values()) {
      to.table(before.name())
          .ifPresent(
              after ->
                  changes.put(
                      after.name(),
                      TableDiffer.diff(
                          withNewDefaults(before, after, rebuiltTypes), after, taken)));
    }
    for (QualifiedName name : changes.keySet()) {
      PartitionDiffer.diff(from.requireTable(name), to.requireTable(name), script);
    }
    dropTables();
    changes.values().forEach(this::rebuildForeignKeys);
    Early early =
        new Early(enumTypes.left(), taken.hasAnyLikeIdentityBeside(RelationNames.of(from)));
    changes.values().forEach(change -> change.writeTo(script, early));
    PrerequisiteDiffer.diff(from.prerequisites(), to.prerequisites(), script);
    SequenceDiffer.diff(from, to, taken, script);
    createTables();
    ObjectDiffer.diff(from, to, compositeTypes.lostWith(enumTypes.lost()), script);
    enumTypes.writeTo(script);
    compositeTypes.writeTo(script);
    return script.inOrder();
  }

  /** The old table with the new defaults of those columns whose default a rebuild sets anew. */
  private static Table withNewDefaults(Table before, Table after, Set<QualifiedName> rebuiltTypes) {
    Table edited = before;
    for (Column old : rebuiltTypes.isEmpty() ? List.<Column>of() : before.columns()) {
      if (old.generation().isEmpty()
          && old.type().userDefinedName().filter(rebuiltTypes::contains).isPresent()) {
        Optional<Column> stays =
            after.column(old.name()).filter(column -> column.type().equals(old.type()));
        if (stays.isPresent()) {
          edited =
              edited.withColumnChanged(
                  old.name(), column -> column.withDefault(stays.get().defaultExpression()));
        }
      }
    }
    return edited;
  }

  /**
   * Dependents first; where tables refer to each other in a circle, their foreign keys go before.
   */
  private void dropTables() {
    TableOrder order = new TableOrder(missingIn(to, from));
    List<Table> tables = order.tables();
    for (int i = tables.size() - 1; i >= 0; i--) {
      Table table = tables.get(i);
      table.foreignKeys().stream()
          .filter(key -> order.refersAhead(table, key))
          .forEach(
              key ->
                  script.add(
                      Phase.DROP_FOREIGN_KEYS, new DropConstraint(table.name(), key.name())));
      script.add(Phase.DROP_TABLES, new DropTable(table.name()));
    }
  }

  /** A foreign key that stays must still step aside while the key that it needs is replaced. */
  private void rebuildForeignKeys(TableChanges change) {
    for (Matching.Kept<Constraint> kept : change.constraints().kept()) {
      if (!(kept.before() instanceof ForeignKey before)) {
        continue;
      }
      if (mustStepAside(change, before)) {
        script.add(Phase.DROP_FOREIGN_KEYS, new DropConstraint(change.table(), before.name()));
        script.add(Phase.ADD_FOREIGN_KEYS, new AddConstraint(change.table(), kept.after()));
      } else if (ConstraintDiffer.isToBeValidated(kept)) {
        script.add(
            Phase.VALIDATE_CONSTRAINTS, new ValidateConstraint(change.table(), before.name()));
      }
    }
  }

  private boolean mustStepAside(TableChanges owner, ForeignKey key) {
    if (owner.columns().generated().rebuildsAny(key.columns())) {
      return true;
    }
    TableChanges target = changes.get(key.referencedTable());
    return target != null
        && (target.lostKeys().contains(Set.copyOf(key.referencedColumns()))
            || target.columns().generated().rebuildsAny(key.referencedColumns())
            || target.anyBecomesIncomparable(key.referencedColumns())
            || target.rebuildsIndexFor(key)
            || owner.anyBecomesIncomparable(key.columns()));
  }

  private void createTables() {
    TableOrder order = new TableOrder(missingIn(from, to));
    for (Table table : order.tables()) {
      List<Constraint> inside = new ArrayList<>();
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof ForeignKey key && !findsTarget(order, table, key)) {
          script.add(Phase.ADD_FOREIGN_KEYS, new AddConstraint(table.name(), key));
        } else {
          inside.add(constraint);
        }
      }
      script.add(
          Phase.CREATE_TABLES,
          new CreateTable(table.withParts(table.columns(), inside, List.of()).withoutPartitions()));
      for (Partition partition : table.partitions()) {
        script.add(Phase.CREATE_PARTITIONS, new CreatePartition(table.name(), partition));
      }
      for (Index index : table.indexes()) {
        script.add(Phase.CREATE_INDEXES, new CreateIndex(table.name(), index));
      }
    }
  }

  /** Whether the target is there, in its final shape, when the table is created. */
  private boolean findsTarget(TableOrder order, Table owner, ForeignKey key) {
    Set<String> columns = Set.copyOf(key.referencedColumns());
    TableChanges existing = changes.get(key.referencedTable());
    if (existing != null) {
      return existing.steadyKeys().contains(columns)
          && !existing.anyBecomesIncomparable(key.referencedColumns());
    }
    return !order.refersAhead(owner, key)
        && to.table(key.referencedTable())
            .filter(target -> target.withoutIndexes().keys().contains(columns))
            .isPresent();
  }

  private static List<Table> missingIn(Schema other, Schema schema) {
    return schema.tables().values().stream()
        .filter(table -> !other.tables().containsKey(table.name()))
        .toList();
  }
}
