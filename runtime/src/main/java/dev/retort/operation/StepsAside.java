package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What has to step aside while columns get another type in place of theirs: foreign keys on them,
 * conditions that mention them, their defaults, and generated columns.
 */
final class StepsAside {

  private final List<Operation> aside = new ArrayList<>();
  private final List<Operation> defaults = new ArrayList<>();
  private final List<Operation> indexes = new ArrayList<>();
  private final List<Operation> checks = new ArrayList<>();
  private final List<Operation> foreignKeys = new ArrayList<>();

  private StepsAside() {}

  /**
   * The operations that rebuild a type and leave everything else as it is.
   *
   * @param types the types that are no longer the same afterwards
   * @param columnsOf the columns whose values the rebuild converts
   * @param rebuild makes the operation that converts the given columns
   * @param newDefault the default that a column of the named table is to have afterwards
   */
  static List<Operation> around(
      Schema before,
      Collection<QualifiedName> types,
      Function<Schema, List<EnumColumn>> columnsOf,
      Function<List<EnumColumn>, Operation> rebuild,
      BiFunction<QualifiedName, Column, Optional<String>> newDefault) {
    List<Operation> objects =
        ObjectsAside.steps(before, ObjectsAside.holding(before, types, columnsOf.apply(before)));
    if (objects.isEmpty()) {
      return around(before, columnsOf, rebuild, newDefault);
    }
    List<Operation> steps = new ArrayList<>(objects);
    steps.addAll(around(Operation.applyAll(objects, before), columnsOf, rebuild, newDefault));
    steps.addAll(Inverses.of(objects, before).orElseThrow());
    return List.copyOf(steps);
  }

  private static List<Operation> around(
      Schema before,
      Function<Schema, List<EnumColumn>> columnsOf,
      Function<List<EnumColumn>, Operation> rebuild,
      BiFunction<QualifiedName, Column, Optional<String>> newDefault) {
    List<Operation> generated = generatedAside(before, columnsOf.apply(before));
    Schema schema = Operation.applyAll(generated, before);
    List<EnumColumn> columns = columnsOf.apply(schema);
    StepsAside parts = new StepsAside();
    parts.collect(schema, columns, newDefault);
    List<Operation> steps = new ArrayList<>(generated);
    steps.addAll(parts.aside);
    steps.add(rebuild.apply(columns));
    steps.addAll(parts.defaults);
    steps.addAll(parts.checks);
    steps.addAll(parts.indexes);
    steps.addAll(parts.foreignKeys);
    steps.addAll(Inverses.of(generated, before).orElseThrow());
    return List.copyOf(steps);
  }

  /** The operations that drop what stands on the columns in terms of their types, for good. */
  static List<Operation> dropped(Schema before, List<EnumColumn> columns) {
    List<Operation> generated = generatedAside(before, columns);
    Schema schema = Operation.applyAll(generated, before);
    List<EnumColumn> left =
        columns.stream()
            .filter(each -> schema.requireTable(each.table()).column(each.column()).isPresent())
            .toList();
    StepsAside parts = new StepsAside();
    parts.collect(schema, left, (table, column) -> Optional.empty());
    List<Operation> steps = new ArrayList<>(generated);
    // One column after the other becomes text here, so that keys within a table do not stay.
    for (Table table : EnumRebuilds.sorted(schema)) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.referencedTable().equals(table.name())
            && EnumRebuilds.isOn(key, table.name(), left)) {
          steps.add(new DropConstraint(table.name(), key.name()));
        }
      }
    }
    steps.addAll(parts.aside.stream().filter(step -> !steps.contains(step)).toList());
    return List.copyOf(steps);
  }

  private void collect(
      Schema schema,
      List<EnumColumn> columns,
      BiFunction<QualifiedName, Column, Optional<String>> newDefault) {
    for (Table table : EnumRebuilds.sorted(schema)) {
      for (ForeignKey key : table.foreignKeys()) {
        if (EnumRebuilds.compares(key, table.name(), columns)
            || leansOnIndex(key, schema, columns)) {
          aside.add(new DropConstraint(table.name(), key.name()));
          foreignKeys.add(new AddConstraint(table.name(), key));
        }
      }
    }
    for (Table table : EnumRebuilds.sorted(schema)) {
      List<String> own = namesIn(table.name(), columns);
      for (Index index : table.indexes()) {
        if (own.stream().anyMatch(index::hasExpressionOn)) {
          aside.add(new DropIndex(table.name(), index.name()));
          indexes.add(new CreateIndex(table.name(), index));
        }
      }
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof CheckConstraint && own.stream().anyMatch(constraint::involves)) {
          aside.add(new DropConstraint(table.name(), constraint.name()));
          checks.add(new AddConstraint(table.name(), constraint));
        }
      }
      for (String name : own) {
        Column column = table.requireColumn(name);
        if (column.defaultExpression().isPresent()) {
          aside.add(new AlterColumnDefault(table.name(), name, Optional.empty()));
        }
        newDefault
            .apply(table.name(), column)
            .ifPresent(
                expression ->
                    defaults.add(
                        new AlterColumnDefault(table.name(), name, Optional.of(expression))));
      }
    }
  }

  /**
   * Whether the foreign key refers to what a unique index has made unique which includes one of the
   * columns. PostgreSQL builds the index anew when the column changes, and refuses to drop it.
   */
  private static boolean leansOnIndex(ForeignKey key, Schema schema, List<EnumColumn> columns) {
    Table target = schema.requireTable(key.referencedTable());
    List<String> own = namesIn(target.name(), columns);
    return target.indexes().stream().anyMatch(index -> index.isKeyFor(key) && includes(index, own));
  }

  private static boolean includes(Index index, List<String> columns) {
    return index.included().stream().anyMatch(columns::contains);
  }

  /** Drops the generated columns that are among the given ones or computed from them. */
  private static List<Operation> generatedAside(Schema before, List<EnumColumn> columns) {
    List<Operation> aside = new ArrayList<>();
    Schema schema = before;
    for (Table table : EnumRebuilds.sorted(before)) {
      List<String> own = namesIn(table.name(), columns);
      Set<String> generated = new TreeSet<>();
      for (Column column : table.columns()) {
        if (column.generation().isPresent()
            && (own.contains(column.name()) || own.stream().anyMatch(column::isGeneratedFrom))) {
          generated.add(column.name());
        }
      }
      for (Operation operation : ColumnReplacements.aside(schema, table.name(), generated)) {
        aside.add(operation);
        schema = operation.applyTo(schema);
      }
    }
    return aside;
  }

  private static List<String> namesIn(QualifiedName table, List<EnumColumn> columns) {
    return columns.stream()
        .filter(column -> column.table().equals(table))
        .map(EnumColumn::column)
        .toList();
  }
}
