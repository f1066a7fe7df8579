package dev.retort.processor.drift;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RebuiltColumns;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.Column;
import dev.retort.schema.Comparability;
import dev.retort.schema.Schema;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What comes and looks like something that goes, so that it may be that under a new name: a column
 * of the same type in the same table, or of a kindred one where its name is kindred too, or no
 * other comes of which it is not known that it is new, and no other goes; a table with mostly the
 * same columns, or with half of them and the same types where no other is that like it.
 */
final class LookAlikes {

  /** Shorter names are part of too many others. */
  private static final int SHORTEST_NAME = 3;

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
                        ? like(add, operations, before, decided)
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

  private static List<SchemaPath> like(
      AddColumn add, List<Operation> operations, Schema before, Set<SchemaPath> decided) {
    Optional<Table> table = before.table(add.table());
    if (table.isEmpty() || table.get().column(add.column().name()).isPresent()) {
      // A new table gets what it is computed by, or what waits for something else, after itself.
      return List.of();
    }
    RebuiltColumns rebuilt = RebuiltColumns.of(operations);
    List<DropColumn> dropped =
        every(DropColumn.class, operations)
            .filter(drop -> drop.table().equals(add.table()))
            .filter(drop -> table.get().column(drop.column()).isPresent())
            .filter(drop -> !rebuilt.contains(drop.table(), drop.column()))
            .toList();
    boolean isSingle =
        dropped.size() == 1
            && every(AddColumn.class, operations)
                    .filter(other -> other.table().equals(add.table()))
                    .filter(other -> !rebuilt.contains(other.table(), other.column().name()))
                    .filter(
                        other ->
                            !decided.contains(
                                SchemaPath.column(other.table(), other.column().name())))
                    .count()
                == 1;
    return dropped.stream()
        .filter(
            drop ->
                alike(
                    typeOf(drop, table.get()),
                    add.column().type(),
                    isSingle || haveKindredNames(drop.column(), add.column().name())))
        .map(drop -> SchemaPath.column(drop.table(), drop.column()))
        .toList();
  }

  private static boolean alike(SqlType old, SqlType wanted, boolean kindred) {
    return old.equals(wanted) || (kindred && Comparability.of(old, wanted));
  }

  /** Whether one is part of the other: {@code serial} and {@code serial_number}. */
  private static boolean haveKindredNames(String old, String wanted) {
    String left = old.replace("_", "").toLowerCase(Locale.ROOT);
    String right = wanted.replace("_", "").toLowerCase(Locale.ROOT);
    return Math.min(left.length(), right.length()) >= SHORTEST_NAME
        && (left.contains(right) || right.contains(left));
  }

  private static SqlType typeOf(DropColumn drop, Table before) {
    return before.requireColumn(drop.column()).type();
  }

  private static List<SchemaPath> like(Table table, List<Operation> operations, Schema before) {
    if (before.table(table.name()).isPresent()) {
      // Its rows are moved to a new table of the same name.
      return List.of();
    }
    List<Table> dropped =
        every(DropTable.class, operations)
            .flatMap(drop -> before.table(drop.table()).stream())
            .toList();
    List<Table> like = dropped.stream().filter(old -> mostlyAlike(old, table)).toList();
    if (like.isEmpty()) {
      like = dropped.stream().filter(old -> halfAlike(old, table)).toList();
      if (like.size() != 1 || created(operations).filter(halfLike(like.get(0))).count() > 1) {
        return List.of();
      }
    }
    return like.stream().map(old -> SchemaPath.table(old.name())).toList();
  }

  private static Stream<Table> created(List<Operation> operations) {
    return every(CreateTable.class, operations).map(CreateTable::table);
  }

  private static Predicate<Table> halfLike(Table old) {
    return table -> halfAlike(old, table);
  }

  /** Whether more than half of the larger one's columns are in both. */
  private static boolean mostlyAlike(Table left, Table right) {
    return 2 * same(left, right) > Math.max(left.columns().size(), right.columns().size());
  }

  /** Whether half of the columns are in both, and the others may be those under new names. */
  private static boolean halfAlike(Table left, Table right) {
    return 2 * same(left, right) >= right.columns().size() && types(left).equals(types(right));
  }

  private static long same(Table left, Table right) {
    Map<String, SqlType> types =
        left.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
    return right.columns().stream()
        .filter(column -> column.type().equals(types.get(column.name())))
        .count();
  }

  private static Map<SqlType, Long> types(Table table) {
    return table.columns().stream()
        .collect(Collectors.groupingBy(Column::type, Collectors.counting()));
  }

  private static <O extends Operation> Stream<O> every(Class<O> kind, List<Operation> operations) {
    return operations.stream().filter(kind::isInstance).map(kind::cast);
  }
}
