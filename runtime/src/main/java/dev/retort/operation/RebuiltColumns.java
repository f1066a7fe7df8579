package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that a sequence of operations drops and adds again to change them, as PostgreSQL
 * wants it of generated columns.
 */
public final class RebuiltColumns {

  private record ColumnOf(QualifiedName table, String column) {}

  private final Map<ColumnOf, Column> columns = new HashMap<>();

  private RebuiltColumns() {}

  /** The columns that are dropped and then added under the same name. */
  public static RebuiltColumns of(List<Operation> operations) {
    RebuiltColumns rebuilt = new RebuiltColumns();
    Set<ColumnOf> dropped = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof DropColumn drop) {
        dropped.add(new ColumnOf(drop.table(), drop.column()));
      } else if (operation instanceof RenameColumn rename) {
        // Something else has the name now.
        dropped.remove(new ColumnOf(rename.table(), rename.newName()));
      } else if (operation instanceof AddColumn add) {
        ColumnOf added = new ColumnOf(add.table(), add.column().name());
        if (dropped.contains(added)) {
          rebuilt.columns.put(added, add.column());
        }
      }
    }
    return rebuilt;
  }

  /** Whether the column is dropped and added again. */
  public boolean contains(QualifiedName table, String column) {
    return added(table, column).isPresent();
  }

  /** What the column is added as; empty for one that is not rebuilt. */
  public Optional<Column> added(QualifiedName table, String column) {
    return Optional.ofNullable(columns.get(new ColumnOf(table, column)));
  }
}
