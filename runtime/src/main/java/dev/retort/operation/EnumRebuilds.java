package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The rebuild of an enum type with all that has to step aside for it: foreign keys on its columns,
 * conditions that mention them, their defaults, and generated columns; and composite types with
 * attributes of it, which are text meanwhile. A table whose rows are divided by it is a whole one
 * meanwhile.
 */
public final class EnumRebuilds {

  private EnumRebuilds() {}

  /**
   * The operations that give an enum type other labels and leave everything else as it is.
   *
   * @param schema the schema that the first of them is applied to
   * @param wanted the type as it is to be
   */
  public static List<Operation> steps(Schema schema, EnumType wanted) {
    return steps(schema, wanted, (table, column) -> column.defaultExpression());
  }

  /**
   * The same, giving the type's columns other defaults on the way.
   *
   * @param newDefault the default that a column of the named table is to have afterwards
   */
  public static List<Operation> steps(
      Schema before,
      EnumType wanted,
      BiFunction<QualifiedName, Column, Optional<String>> newDefault) {
    List<Operation> detour = new ArrayList<>(undividing(before, wanted.name()));
    detour.addAll(
        CompositeRebuilds.intoText(
            Operation.applyAll(detour, before), Set.of(), Set.of(wanted.name()), List.of()));
    List<Operation> steps = new ArrayList<>(detour);
    steps.addAll(around(Operation.applyAll(detour, before), wanted, newDefault));
    steps.addAll(Inverses.of(detour, before).orElseThrow());
    return List.copyOf(steps);
  }

  /** PostgreSQL changes the type of no column that decides on a row's partition. */
  private static List<Operation> undividing(Schema before, QualifiedName type) {
    List<Operation> steps = new ArrayList<>();
    Schema schema = before;
    for (Table table : sorted(before)) {
      boolean divided =
          before.columnsOf(type).stream()
              .anyMatch(
                  each ->
                      each.table().equals(table.name())
                          && table
                              .partitioning()
                              .filter(by -> by.columns().contains(each.column()))
                              .isPresent());
      if (divided) {
        Table whole = schema.requireTable(table.name()).withPartitioning(Optional.empty());
        List<Operation> copy = TableCopies.restoring(schema, whole);
        steps.addAll(copy);
        schema = Operation.applyAll(copy, schema);
      }
    }
    return steps;
  }

  private static List<Operation> around(
      Schema before,
      EnumType wanted,
      BiFunction<QualifiedName, Column, Optional<String>> newDefault) {
    return StepsAside.around(
        before,
        List.of(wanted.name()),
        schema -> schema.columnsOf(wanted.name()),
        columns ->
            new RebuildEnumType(wanted.name(), new EnumRebuild(wanted.labels(), Map.of(), columns)),
        newDefault);
  }

  /** By name, so that the steps do not depend on the order in which tables were created. */
  static List<Table> sorted(Schema schema) {
    return schema.tables().values().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /**
   * Whether a foreign key of the given table compares values of one of the columns with those of
   * another table. Within one table both sides are converted by one statement, and it stays.
   */
  static boolean compares(ForeignKey key, QualifiedName owner, List<EnumColumn> columns) {
    return !key.referencedTable().equals(owner) && isOn(key, owner, columns);
  }

  /** Whether a foreign key of the given table has one of the columns, on either side. */
  static boolean isOn(ForeignKey key, QualifiedName owner, List<EnumColumn> columns) {
    return columns.stream()
        .anyMatch(
            column ->
                (column.table().equals(owner) && key.columns().contains(column.column()))
                    || (column.table().equals(key.referencedTable())
                        && key.referencedColumns().contains(column.column())));
  }
}
