package dev.retort.processor.drift;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuiltColumns;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What comes and looks like something that goes, so that it may be that under a new name: a column
 * of the same type in the same table, a table with mostly the same columns.
 */
final class LookAlikes {

  private LookAlikes() {}

  /**
   * For each thing that comes and looks like others that go, those.
   *
   * @param operations the difference
   * @param before the schema that they start from
   * @param decided what is known to be new
   */
  static Map<SchemaPath, List<SchemaPath>> among(
      List<Operation> operations, Schema before, Set<SchemaPath> decided) {
    Map<SchemaPath, List<SchemaPath>> found = new LinkedHashMap<>();
    for (Operation operation : operations) {
      created(operation)
          .filter(path -> !decided.contains(path))
          .ifPresent(
              path -> {
                List<SchemaPath> olds =
                    operation instanceof AddColumn add
                        ? like(add, operations, before)
                        : like(((CreateTable) operation).table(), operations, before);
                if (!olds.isEmpty()) {
                  found.put(path, olds);
                }
              });
    }
    return found;
  }

  /** The table or column that the operation creates. */
  static Optional<SchemaPath> created(Operation operation) {
    if (operation instanceof AddColumn add) {
      return Optional.of(SchemaPath.column(add.table(), add.column().name()));
    }
    return operation instanceof CreateTable create
        ? Optional.of(SchemaPath.table(create.table().name()))
        : Optional.empty();
  }

  private static List<SchemaPath> like(AddColumn add, List<Operation> operations, Schema before) {
    RebuiltColumns rebuilt = RebuiltColumns.of(operations);
    return every(DropColumn.class, operations)
        .filter(drop -> drop.table().equals(add.table()))
        .filter(drop -> !rebuilt.contains(drop.table(), drop.column()))
        .filter(drop -> before.requireTable(add.table()).column(add.column().name()).isEmpty())
        .filter(drop -> typeOf(drop, before).equals(add.column().type()))
        .map(drop -> SchemaPath.column(drop.table(), drop.column()))
        .toList();
  }

  private static SqlType typeOf(DropColumn drop, Schema before) {
    return before.requireTable(drop.table()).requireColumn(drop.column()).type();
  }

  private static List<SchemaPath> like(Table table, List<Operation> operations, Schema before) {
    if (before.table(table.name()).isPresent()) {
      // Its rows are moved to a new table of the same name.
      return List.of();
    }
    return every(DropTable.class, operations)
        .map(DropTable::table)
        .filter(old -> before.table(old).isPresent())
        .filter(old -> sameNamespace(old, table.name()))
        .filter(old -> alike(before.requireTable(old), table))
        .map(SchemaPath::table)
        .toList();
  }

  private static boolean sameNamespace(QualifiedName left, QualifiedName right) {
    return left.namespace().equals(right.namespace());
  }

  /** Whether more than half of the larger one's columns are in both. */
  private static boolean alike(Table left, Table right) {
    Map<String, SqlType> types =
        left.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
    long same =
        right.columns().stream()
            .filter(column -> column.type().equals(types.get(column.name())))
            .count();
    return 2 * same > Math.max(left.columns().size(), right.columns().size());
  }

  private static <O extends Operation> Stream<O> every(Class<O> kind, List<Operation> operations) {
    return operations.stream().filter(kind::isInstance).map(kind::cast);
  }
}
