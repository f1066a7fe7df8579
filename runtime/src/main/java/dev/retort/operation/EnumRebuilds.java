package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * The rebuild of an enum type with all that has to step aside for it: foreign keys on its columns,
 * conditions that mention them, their defaults, and generated columns.
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
    List<Operation> generated = generatedAside(before, wanted.name());
    Schema schema = before;
    for (Operation operation : generated) {
      schema = operation.applyTo(schema);
    }
    List<EnumColumn> columns = schema.columnsOf(wanted.name());
    List<Operation> aside = new ArrayList<>();
    List<Operation> defaults = new ArrayList<>();
    List<Operation> indexes = new ArrayList<>();
    List<Operation> checks = new ArrayList<>();
    List<Operation> foreignKeys = new ArrayList<>();
    for (Table table : sorted(schema)) {
      for (ForeignKey key : table.foreignKeys()) {
        if (compares(key, table.name(), columns)) {
          aside.add(new DropConstraint(table.name(), key.name()));
          foreignKeys.add(new AddConstraint(table.name(), key));
        }
      }
    }
    for (Table table : sorted(schema)) {
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
    List<Operation> steps = new ArrayList<>(generated);
    steps.addAll(aside);
    steps.add(
        new RebuildEnumType(wanted.name(), new EnumRebuild(wanted.labels(), Map.of(), columns)));
    steps.addAll(defaults);
    steps.addAll(checks);
    steps.addAll(indexes);
    steps.addAll(foreignKeys);
    steps.addAll(Inverses.of(generated, before).orElseThrow());
    return List.copyOf(steps);
  }

  /** Drops the generated columns that are of the type or computed from columns of it. */
  private static List<Operation> generatedAside(Schema before, QualifiedName type) {
    List<EnumColumn> columns = before.columnsOf(type);
    List<Operation> aside = new ArrayList<>();
    Schema schema = before;
    for (Table table : sorted(before)) {
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

  /** By name, so that the steps do not depend on the order in which tables were created. */
  static List<Table> sorted(Schema schema) {
    return schema.tables().values().stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  private static List<String> namesIn(QualifiedName table, List<EnumColumn> columns) {
    return columns.stream()
        .filter(column -> column.table().equals(table))
        .map(EnumColumn::column)
        .toList();
  }

  /**
   * Whether a foreign key of the given table compares values of one of the columns with those of
   * another table. Within one table both sides are converted by one statement, and it stays.
   */
  static boolean compares(ForeignKey key, QualifiedName owner, List<EnumColumn> columns) {
    return !key.referencedTable().equals(owner)
        && columns.stream()
            .anyMatch(
                column ->
                    (column.table().equals(owner) && key.columns().contains(column.column()))
                        || (column.table().equals(key.referencedTable())
                            && key.referencedColumns().contains(column.column())));
  }
}
