package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectDependencies;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectNames;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * How views, functions and triggers go for a while: what depends on them goes first, and so does
 * what tables compute by calling a function that goes (defaults, check constraints, generated
 * columns, expressions of indexes), under which PostgreSQL drops none.
 */
public final class ObjectsAside {

  private final Schema before;
  private final BiPredicate<QualifiedName, Column> keepsValues;
  private final BiPredicate<QualifiedName, Column> goesWhole;
  private final Set<ObjectId> objects = new TreeSet<>();
  private final Set<String> called = new HashSet<>();
  private final List<Operation> steps = new ArrayList<>();
  private Schema schema;

  private ObjectsAside(
      Schema before,
      BiPredicate<QualifiedName, Column> keepsValues,
      BiPredicate<QualifiedName, Column> goesWhole) {
    this.before = before;
    this.keepsValues = keepsValues;
    this.goesWhole = goesWhole;
    this.schema = before;
  }

  /** The operations that drop the given objects and what depends on them. */
  public static List<Operation> steps(Schema before, Collection<ObjectId> some) {
    return steps(before, some, (table, column) -> false, (table, column) -> false);
  }

  /**
   * The same, choosing what becomes of columns.
   *
   * @param some ids, of which those that the schema does not have are left out
   * @param keepsValues the generated columns that become plain ones
   * @param goesWhole the columns that are dropped where others lose a default
   */
  public static List<Operation> steps(
      Schema before,
      Collection<ObjectId> some,
      BiPredicate<QualifiedName, Column> keepsValues,
      BiPredicate<QualifiedName, Column> goesWhole) {
    if (some.stream().noneMatch(id -> before.definedObjects().find(id).isPresent())) {
      return List.of();
    }
    ObjectsAside aside = new ObjectsAside(before, keepsValues, goesWhole);
    aside.collect(some);
    aside.writeSteps();
    return List.copyOf(aside.steps);
  }

  /**
   * The operations that drop what would go on with the old table where a new one takes its name:
   * views and triggers. Functions look the table up when they are called, unless they are parsed
   * before; of those that tables use, the others stay.
   */
  public static List<Operation> beforeCopy(Schema before, QualifiedName table) {
    Set<String> used = ObjectNames.calledInTables(before);
    Set<ObjectId> using = new TreeSet<>();
    for (DefinedObject each : before.definedObjects().byId().values()) {
      boolean isUsed = ObjectNames.isCalled(each, used);
      if ((isUsed ? ObjectNames.bound(each) : ObjectNames.needed(each)).uses(table)) {
        using.add(each.id());
      }
    }
    return steps(before, using);
  }

  /** What may hold on to values of the types, be it by a column. */
  static Set<ObjectId> holding(
      Schema schema, Collection<QualifiedName> types, List<EnumColumn> columns) {
    Set<ObjectId> holding = new TreeSet<>();
    for (DefinedObject object : schema.definedObjects().byId().values()) {
      ObjectNames names = ObjectNames.bound(object);
      if (types.stream().anyMatch(names::uses)
          || columns.stream().anyMatch(each -> names.uses(each.table(), each.column()))) {
        holding.add(object.id());
      }
    }
    return holding;
  }

  /** Until nothing more depends on what goes: a view may read a column that a function computes. */
  private void collect(Collection<ObjectId> some) {
    some.stream().filter(id -> before.definedObjects().find(id).isPresent()).forEach(objects::add);
    int size = 0;
    while (objects.size() > size) {
      objects.addAll(ObjectDependencies.closure(before.definedObjects(), objects));
      size = objects.size();
      objects.stream()
          .filter(id -> id.kind().isRoutine())
          .forEach(id -> called.add(id.name().local()));
      for (Table table : before.tables().values()) {
        for (Column column : dropped(table)) {
          before.definedObjects().stream()
              .filter(each -> holdsOn(each, table, column))
              .forEach(each -> objects.add(each.id()));
        }
      }
    }
  }

  private static boolean holdsOn(DefinedObject object, Table table, Column column) {
    ObjectNames names = ObjectNames.bound(object);
    // GROUP BY the key makes a view depend on it.
    boolean byKey =
        object.id().kind().isView()
            && table
                .primaryKey()
                .filter((PrimaryKey key) -> key.involves(column.name()))
                .isPresent()
            && names.uses(table.name());
    return byKey || names.uses(table.name(), column.name());
  }

  private List<Column> dropped(Table table) {
    return table.columns().stream()
        .filter(column -> isCalledBy(column.generation()) || isWhole(table, column))
        .filter(column -> !isKept(table, column))
        .toList();
  }

  private boolean isWhole(Table table, Column column) {
    return isCalledBy(column.defaultExpression()) && goesWhole.test(table.name(), column);
  }

  private boolean isKept(Table table, Column column) {
    return column.generation().isPresent() && keepsValues.test(table.name(), column);
  }

  private boolean isCalledBy(Optional<String> expression) {
    return expression.filter(text -> ObjectNames.calls(text, called)).isPresent();
  }

  private void writeSteps() {
    List<ObjectId> order = ObjectDependencies.dropOrder(before.definedObjects(), objects);
    Set<ObjectId> last = neededByTables(order);
    order.stream().filter(id -> !last.contains(id)).forEach(id -> add(new DropObject(id)));
    for (Table table : EnumRebuilds.sorted(before)) {
      expressionsAside(table);
    }
    order.stream().filter(last::contains).forEach(id -> add(new DropObject(id)));
  }

  /** The functions that tables call, and what those may use in their turn. */
  private Set<ObjectId> neededByTables(List<ObjectId> order) {
    Set<String> used = ObjectNames.calledInTables(before);
    Set<ObjectId> needed = new TreeSet<>();
    // What an object uses comes after it in the order.
    for (ObjectId id : order) {
      DefinedObject object = before.definedObjects().require(id);
      Predicate<ObjectId> uses =
          other -> ObjectNames.bound(before.definedObjects().require(other)).uses(id.name());
      boolean isUsed = ObjectNames.isCalled(object, used);
      if (isUsed || needed.stream().anyMatch(uses)) {
        needed.add(id);
      }
    }
    return needed;
  }

  private void expressionsAside(Table table) {
    QualifiedName name = table.name();
    Set<String> going = new TreeSet<>();
    for (Column column : dropped(table)) {
      going.add(column.name());
      // What is computed from it cannot stay as it is.
      for (Column user : table.generatedFrom(column.name())) {
        if (isKept(table, user)) {
          add(new DropExpression(name, user.name()));
        } else {
          going.add(user.name());
        }
      }
    }
    ColumnReplacements.aside(schema, name, going).forEach(this::add);
    for (Index index : schema.requireTable(name).indexes()) {
      if (index.expressions().stream().anyMatch(text -> ObjectNames.calls(text, called))) {
        add(new DropIndex(name, index.name()));
      }
    }
    for (Constraint constraint : schema.requireTable(name).constraints()) {
      if (constraint instanceof CheckConstraint check
          && ObjectNames.calls(check.expression(), called)) {
        add(new DropConstraint(name, check.name()));
      }
    }
    for (Column column : schema.requireTable(name).columns()) {
      if (isCalledBy(column.generation())) {
        add(new DropExpression(name, column.name()));
      } else if (isCalledBy(column.defaultExpression())) {
        add(new AlterColumnDefault(name, column.name(), Optional.empty()));
      }
    }
  }

  private void add(Operation operation) {
    steps.add(operation);
    schema = operation.applyTo(schema);
  }
}
