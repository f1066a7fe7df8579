package dev.retort.processor.generate;

import dev.retort.operation.CreatePartition;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropPartition;
import dev.retort.operation.DropTable;
import dev.retort.operation.MoveRows;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether operations keep the rows of what is there before and after. A table or partition that is
 * dropped and created under the same name has the same shape, and lost them.
 */
final class KeptRows {

  private KeptRows() {}

  /** For each table of B that was one in A, that: by its name, or by what is stated. */
  static Map<QualifiedName, QualifiedName> tables(
      Schema a, Schema b, Map<SchemaPath, List<SchemaPath>> stated) {
    Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    stated.forEach(
        (path, former) -> {
          if (path.kind() == SchemaPath.Kind.TABLE) {
            tables.put(path.owner(), former.get(0).owner());
          }
        });
    for (QualifiedName name : b.tables().keySet()) {
      if (a.table(name).isPresent() && !tables.containsKey(name) && !tables.containsValue(name)) {
        tables.put(name, name);
      }
    }
    return tables;
  }

  /** The tables and partitions whose rows are gone, though nothing says so. */
  static List<String> lost(
      List<Operation> operations, Schema before, Map<QualifiedName, QualifiedName> tables) {
    Map<QualifiedName, QualifiedName> origins = new HashMap<>();
    before.tables().keySet().forEach(name -> origins.put(name, name));
    Set<QualifiedName> dropped = new HashSet<>();
    List<String> lost = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof CreateTable create) {
        origins.remove(create.table().name());
      } else if (operation instanceof DropTable drop) {
        origins.remove(drop.table());
      } else if (operation instanceof RenameTable rename) {
        moved(origins, rename.table(), rename.table().withLocal(rename.newName()));
      } else if (operation instanceof MoveTable move) {
        moved(origins, move.table(), move.moved());
      } else if (operation instanceof MoveRows move) {
        moved(origins, move.from(), move.to());
      } else if (operation instanceof DropPartition drop) {
        dropped.add(drop.table().withLocal(drop.partition()));
      } else if (operation instanceof CreatePartition create) {
        QualifiedName name = create.table().withLocal(create.partition().name());
        if (dropped.contains(name)) {
          lost.add("partition " + name);
        }
      }
    }
    tables.forEach(
        (name, former) -> {
          if (!former.equals(origins.get(name))) {
            lost.add("table " + name + " with the rows of " + former);
          }
        });
    return lost;
  }

  private static void moved(
      Map<QualifiedName, QualifiedName> origins, QualifiedName from, QualifiedName to) {
    QualifiedName origin = origins.remove(from);
    if (origin == null) {
      origins.remove(to);
    } else {
      origins.put(to, origin);
    }
  }
}
