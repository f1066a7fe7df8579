package dev.retort.testing;

import static java.util.Comparator.comparing;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas with everything sorted by name, for comparing them without regard to order. */
public final class Unordered {

  private Unordered() {}

  public static Schema of(Schema schema) {
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    schema.tables().forEach((name, table) -> tables.put(name, of(table)));
    return schema.withTables(tables);
  }

  public static Table of(Table table) {
    return table.withParts(
        sorted(table.columns(), comparing(Column::name)),
        sorted(table.constraints(), comparing(Constraint::name)),
        sorted(table.indexes(), comparing(Index::name)));
  }

  private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
    return list.stream().sorted(order).toList();
  }
}
