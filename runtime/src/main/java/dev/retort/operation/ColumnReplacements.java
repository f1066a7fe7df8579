package dev.retort.operation;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** How columns go that are to come back; the inverse of it brings back what was on them. */
final class ColumnReplacements {

  private ColumnReplacements() {}

  /**
   * The operations that drop columns of a table: the foreign keys to them first, which do not go
   * with them by themselves.
   */
  static List<Operation> aside(Schema schema, QualifiedName table, Set<String> columns) {
    List<Operation> aside = new ArrayList<>();
    for (Table each : EnumRebuilds.sorted(schema)) {
      for (ForeignKey key : each.foreignKeys()) {
        if (key.referencedTable().equals(table)
            && (key.referencedColumns().stream().anyMatch(columns::contains)
                || leansOnIndex(key, schema.requireTable(table), columns))) {
          aside.add(new DropConstraint(each.name(), key.name()));
        }
      }
    }
    Table owner = schema.requireTable(table);
    // What is computed from others goes before them.
    columns.stream()
        .sorted(
            Comparator.comparing((String name) -> owner.requireColumn(name).generation().isEmpty())
                .thenComparing(Comparator.naturalOrder()))
        .forEach(column -> aside.add(new DropColumn(table, column)));
    return aside;
  }

  /** Whether the foreign key refers to what a unique index has made unique that goes along. */
  private static boolean leansOnIndex(ForeignKey key, Table target, Set<String> columns) {
    return target.indexes().stream()
        .anyMatch(
            index -> index.isKeyFor(key) && index.included().stream().anyMatch(columns::contains));
  }
}
