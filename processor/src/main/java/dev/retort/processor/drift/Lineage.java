package dev.retort.processor.drift;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names that the chain's tables and columns have had. Where two swap their names, only this
 * tells whether they have done so already.
 */
final class Lineage {

  private final Map<QualifiedName, Past> tables = new HashMap<>();

  /** The former names of a table and of its columns. */
  private static final class Past {
    private final Set<QualifiedName> names = new HashSet<>();
    private final Map<String, Set<String>> columns = new HashMap<>();
  }

  private Lineage() {}

  /** What the operations of the whole chain, in order, make of names. */
  static Lineage of(List<Operation> chain) {
    Lineage lineage = new Lineage();
    chain.forEach(lineage::follow);
    return lineage;
  }

  private void follow(Operation operation) {
    if (operation instanceof CreateTable create) {
      tables.put(create.table().name(), new Past());
    } else if (operation instanceof DropTable drop) {
      tables.remove(drop.table());
    } else if (operation instanceof RenameTable rename) {
      named(rename.table(), rename.table().withLocal(rename.newName()));
    } else if (operation instanceof MoveTable move) {
      named(move.table(), move.moved());
    } else if (operation instanceof AddColumn add) {
      of(add.table()).columns.remove(add.column().name());
    } else if (operation instanceof DropColumn drop) {
      of(drop.table()).columns.remove(drop.column());
    } else if (operation instanceof RenameColumn rename) {
      Map<String, Set<String>> columns = of(rename.table()).columns;
      Set<String> names = columns.getOrDefault(rename.column(), new HashSet<>());
      names.add(rename.column());
      columns.remove(rename.column());
      columns.put(rename.newName(), names);
    }
  }

  private void named(QualifiedName from, QualifiedName to) {
    Past past = of(from);
    past.names.add(from);
    tables.remove(from);
    tables.put(to, past);
  }

  private Past of(QualifiedName table) {
    return tables.computeIfAbsent(table, t -> new Past());
  }

  /** Whether the table has had that name. */
  boolean tableWas(QualifiedName table, QualifiedName former) {
    return of(table).names.contains(former);
  }

  /** Whether the column has had that name. */
  boolean columnWas(QualifiedName table, String column, String former) {
    return of(table).columns.getOrDefault(column, Set.of()).contains(former);
  }
}
