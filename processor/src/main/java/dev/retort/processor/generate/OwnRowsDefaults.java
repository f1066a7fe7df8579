package dev.retort.processor.generate;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumnDefault;
import dev.retort.operation.AlterColumnNullable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.postgres.Identifiers;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectDependencies;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns of partitioned tables whose default reads the very table, by a function. PostgreSQL adds
 * a column to one partition after the other and computes the default each time, when a query of the
 * whole table finds partitions that do not have the column yet ("could not find inherited
 * attribute"). So the column comes without its default, gets it, and then each row does.
 */
final class OwnRowsDefaults {

  private OwnRowsDefaults() {}

  /** Whether the default may read the rows of the partitioned table that gets the column. */
  static boolean isIn(AddColumn add, Schema schema) {
    QualifiedName table = add.table();
    return schema.requireTable(table).partitioning().isPresent()
        && add.column()
            .defaultExpression()
            .filter(text -> ObjectDependencies.mayRead(schema.definedObjects(), text, table))
            .isPresent();
  }

  /** What leads to the same column, with the same values in the rows that are there. */
  static List<Operation> steps(AddColumn add) {
    QualifiedName table = add.table();
    Column column = add.column();
    List<Operation> steps = new ArrayList<>();
    steps.add(new AddColumn(table, column.withDefault(Optional.empty()).withNullable(true)));
    steps.add(new AlterColumnDefault(table, column.name(), column.defaultExpression()));
    steps.add(
        new ExecuteSql(
            "UPDATE "
                + Identifiers.quote(table)
                + " SET "
                + Identifiers.quote(column.name())
                + " = DEFAULT"));
    if (!column.nullable()) {
      steps.add(new AlterColumnNullable(table, column.name(), false));
    }
    return steps;
  }
}
