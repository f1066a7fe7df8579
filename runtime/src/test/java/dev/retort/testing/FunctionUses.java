package dev.retort.testing;

import static dev.retort.schema.CheckConstraint.check;
import static dev.retort.schema.Index.index;

import dev.retort.postgres.Identifiers;
import dev.retort.schema.Column;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.IndexKey;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Lets tables call functions: in defaults, checks, generated columns and expressions of indexes.
 */
final class FunctionUses {

  private final Random random;
  private final DefinedObjects made;

  FunctionUses(Random random, DefinedObjects made) {
    this.random = random;
    this.made = made;
  }

  /** The table, which may now call one of the functions. */
  Table in(Table table) {
    // A plain 1 would rather be the argument of a function of the same name that takes an integer.
    Optional<String> count =
        calls("b bigint", "RETURNS bigint").map(name -> name + "(1::bigint)").findFirst();
    Optional<Column> number = plain(table, SqlType.bigint());
    if (count.isPresent() && number.isPresent() && random.nextBoolean()) {
      // It reads rows, which only a default may do.
      return table.withColumnChanged(number.get().name(), each -> each.withDefault(count));
    }
    List<String> calls = new ArrayList<>();
    calls("", "RETURNS integer").map(name -> name + "()").forEach(calls::add);
    for (Column column : table.columns()) {
      if (column.generation().isEmpty() && column.type().userDefinedName().isPresent()) {
        calls("e " + argument(column.type()), "RETURNS integer")
            .map(name -> name + "(" + Identifiers.quote(column.name()) + ")")
            .forEach(calls::add);
      }
    }
    return calls.isEmpty() || random.nextInt(3) == 0
        ? table
        : calling(table, calls.get(random.nextInt(calls.size())));
  }

  private Table calling(Table table, String call) {
    String local = table.name().local();
    return switch (random.nextInt(4)) {
      case 0 ->
          plain(table, SqlType.integer())
              .filter(column -> call.endsWith("()"))
              .map(
                  column ->
                      table.withColumnChanged(
                          column.name(), each -> each.withDefault(Optional.of(call))))
              .orElse(table);
      case 1 -> table.withConstraint(check(call + " > 0").named("positive"));
      case 2 ->
          table.withColumn(
              Column.column("by function", SqlType.integer()).generatedAs(call + " + 1"));
      default ->
          table.partitioning().isPresent()
              ? table
              : table.withIndex(index(local + " fn", IndexKey.expression(call + " + 1")));
    };
  }

  private Stream<String> calls(String arguments, String returns) {
    return made.stream()
        .filter(each -> each.id().kind() == ObjectId.Kind.FUNCTION)
        .map((DefinedObject each) -> (Routine) each)
        .filter(each -> each.arguments().equals(arguments))
        .filter(each -> each.definition().sql().startsWith(returns))
        .map(each -> Identifiers.quote(each.name()));
  }

  private static String argument(SqlType type) {
    return type.arrayDimensions() > 0
        ? "an array"
        : type.userDefinedName().map(Identifiers::quote).orElseThrow();
  }

  private static Optional<Column> plain(Table table, SqlType type) {
    return table.columns().stream()
        .filter(column -> column.type().equals(type))
        .filter(column -> column.identity().isEmpty() && column.generation().isEmpty())
        .findFirst();
  }
}
