package dev.retort.diff;

import static dev.retort.schema.Column.column;
import static dev.retort.schema.ForeignKey.foreignKey;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.bigint;
import static dev.retort.schema.Table.table;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/** A large schema. */
final class ManyTables {

  private ManyTables() {}

  /** So many tables, each referring to the one after it. */
  static Schema schema(int count) {
    Map<QualifiedName, Table> tables = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      QualifiedName name = QualifiedName.of("t" + i);
      tables.put(
          name,
          i == count - 1
              ? table(name, column("id", bigint()), primaryKey("id"))
              : table(
                  name,
                  column("id", bigint()),
                  primaryKey("id"),
                  foreignKey("id").references("t" + (i + 1), "id")));
    }
    return new Schema(tables, Map.of(), Map.of());
  }
}
