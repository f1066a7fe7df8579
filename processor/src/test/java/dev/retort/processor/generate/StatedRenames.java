package dev.retort.processor.generate;

import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.operation.MoveRows;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.Column;
import dev.retort.schema.Extension;
import dev.retort.schema.Prerequisites;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Former names for tables and columns of a schema, and whether operations keep their values. */
final class StatedRenames {

  private StatedRenames() {}

  /** Some of the tables and columns of B with the names that they had in A. */
  static Map<SchemaPath, List<SchemaPath>> between(Schema a, Schema b, Random random) {
    Map<SchemaPath, List<SchemaPath>> stated = new LinkedHashMap<>();
    Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    moved(a, b, random)
        .forEach(
            (table, former) -> {
              tables.put(table, former);
              stated.put(SchemaPath.table(table), List.of(SchemaPath.table(former)));
            });
    for (String namespace : List.of("", "audit")) {
      renamed(locals(a, namespace), locals(b, namespace), random)
          .forEach(
              (name, former) -> {
                QualifiedName table = named(namespace, name);
                QualifiedName old = named(namespace, former);
                boolean isMoved = tables.containsKey(table) || tables.containsValue(old);
                if (isMoved || (a.table(table).isEmpty() && isTaken(a, table))) {
                  return;
                }
                tables.put(table, old);
                stated.put(SchemaPath.table(table), List.of(SchemaPath.table(old)));
              });
    }
    for (Table after : new TreeMap<>(b.tables()).values()) {
      QualifiedName former = tables.getOrDefault(after.name(), after.name());
      boolean stays = tables.containsKey(after.name()) || !tables.containsValue(former);
      if (stays && a.table(former).isPresent()) {
        renamed(columns(a.requireTable(former)), columns(after), random)
            .forEach(
                (name, old) ->
                    stated.put(
                        SchemaPath.column(after.name(), name),
                        List.of(SchemaPath.column(after.name(), old))));
      }
    }
    return stated;
  }

  /** Tables that come in one namespace with ones that go in another. */
  private static Map<QualifiedName, QualifiedName> moved(Schema a, Schema b, Random random) {
    List<QualifiedName> gone = new ArrayList<>(new TreeSet<>(a.tables().keySet()));
    gone.removeAll(b.tables().keySet());
    Collections.shuffle(gone, random);
    Map<QualifiedName, QualifiedName> moved = new LinkedHashMap<>();
    for (QualifiedName name : new TreeSet<>(b.tables().keySet())) {
      if (a.table(name).isEmpty() && !isTaken(a, name) && random.nextBoolean()) {
        gone.stream()
            .filter(old -> !old.namespace().equals(name.namespace()))
            .findFirst()
            .ifPresent(
                old -> {
                  gone.remove(old);
                  moved.put(name, old);
                });
      }
    }
    return moved;
  }

  /** What is stated without those tables, and without their columns. */
  static Map<SchemaPath, List<SchemaPath>> without(
      Map<SchemaPath, List<SchemaPath>> stated, Set<SchemaPath> tables) {
    Map<SchemaPath, List<SchemaPath>> rest = new LinkedHashMap<>(stated);
    rest.keySet().removeIf(path -> tables.contains(SchemaPath.table(path.owner())));
    return rest;
  }

  /** Whether it is a table of another namespace, which may bring names along that are taken. */
  static boolean isMoved(SchemaPath path, Map<SchemaPath, List<SchemaPath>> stated) {
    return path.kind() == SchemaPath.Kind.TABLE
        && !stated.get(path).get(0).owner().namespace().equals(path.owner().namespace());
  }

  /** Whether something else has the name, which a table cannot have before that is gone. */
  private static boolean isTaken(Schema schema, QualifiedName name) {
    return RelationNames.of(schema).contains(name) || schema.enumTypes().containsKey(name);
  }

  /** What any of the two has. */
  static Prerequisites union(Prerequisites one, Prerequisites other) {
    Map<String, Extension> extensions = new TreeMap<>(one.extensions());
    extensions.putAll(other.extensions());
    return new Prerequisites(one.namespaces(), extensions).withNamespaces(other.namespaces());
  }

  private static QualifiedName named(String namespace, String local) {
    return namespace.isEmpty() ? QualifiedName.of(local) : QualifiedName.of(namespace, local);
  }

  private static List<String> locals(Schema schema, String namespace) {
    return schema.tables().keySet().stream()
        .filter(name -> name.namespace().orElse("").equals(namespace))
        .map(QualifiedName::local)
        .toList();
  }

  private static List<String> columns(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  /** New names with old ones: some that come for some that go, and two that swap. */
  private static Map<String, String> renamed(
      Collection<String> before, Collection<String> after, Random random) {
    Map<String, String> renamed = new LinkedHashMap<>();
    List<String> gone = new ArrayList<>(new TreeSet<>(before));
    gone.removeAll(after);
    List<String> come = new ArrayList<>(new TreeSet<>(after));
    come.removeAll(before);
    Collections.shuffle(gone, random);
    for (int i = 0; i < Math.min(gone.size(), come.size()); i++) {
      if (random.nextInt(3) > 0) {
        renamed.put(come.get(i), gone.get(i));
      }
    }
    List<String> both = new ArrayList<>(new TreeSet<>(before));
    both.retainAll(after);
    Collections.shuffle(both, random);
    if (both.size() > 1 && random.nextBoolean()) {
      renamed.put(both.get(0), both.get(1));
      renamed.put(both.get(1), both.get(0));
    }
    return renamed;
  }

  /** What is stated and has lost its values on the way from A. */
  static List<SchemaPath> lost(
      Map<SchemaPath, List<SchemaPath>> stated, List<Operation> operations, Schema a, Schema b) {
    Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    stated.forEach(
        (path, former) -> {
          if (path.kind() == SchemaPath.Kind.TABLE) {
            tables.put(path.owner(), former.get(0).owner());
          }
        });
    Map<SchemaPath, SchemaPath> origins = origins(operations, a);
    List<SchemaPath> lost = new ArrayList<>();
    stated.forEach(
        (path, former) -> {
          QualifiedName owner = tables.getOrDefault(path.owner(), path.owner());
          if (path.kind() == SchemaPath.Kind.COLUMN
              && isPlain(a, owner, former.get(0).name())
              && isPlain(b, path.owner(), path.name())
              && !SchemaPath.column(owner, former.get(0).name()).equals(origins.get(path))) {
            lost.add(path);
          }
        });
    return lost;
  }

  private static boolean isPlain(Schema schema, QualifiedName table, String column) {
    return schema.requireTable(table).requireColumn(column).generation().isEmpty();
  }

  /** For each column in the end, the one in A whose values it has. */
  private static Map<SchemaPath, SchemaPath> origins(List<Operation> operations, Schema a) {
    Map<SchemaPath, SchemaPath> origins = new HashMap<>();
    for (Table table : a.tables().values()) {
      columns(table)
          .forEach(
              column ->
                  origins.put(
                      SchemaPath.column(table.name(), column),
                      SchemaPath.column(table.name(), column)));
    }
    for (Operation operation : operations) {
      if (operation instanceof CreateTable create) {
        origins.keySet().removeIf(path -> path.owner().equals(create.table().name()));
      } else if (operation instanceof DropTable drop) {
        origins.keySet().removeIf(path -> path.owner().equals(drop.table()));
      } else if (operation instanceof AddColumn add) {
        origins.remove(SchemaPath.column(add.table(), add.column().name()));
      } else if (operation instanceof DropColumn drop) {
        origins.remove(SchemaPath.column(drop.table(), drop.column()));
      } else if (operation instanceof RenameColumn rename) {
        SchemaPath origin = origins.remove(SchemaPath.column(rename.table(), rename.column()));
        if (origin != null) {
          origins.put(SchemaPath.column(rename.table(), rename.newName()), origin);
        }
      } else if (operation instanceof RenameTable rename) {
        moved(origins, rename.table(), rename.table().withLocal(rename.newName()), true);
      } else if (operation instanceof MoveTable move) {
        moved(origins, move.table(), move.moved(), true);
      } else if (operation instanceof MoveRows move) {
        moved(origins, move.from(), move.to(), false);
      }
    }
    return origins;
  }

  private static void moved(
      Map<SchemaPath, SchemaPath> origins, QualifiedName from, QualifiedName to, boolean gone) {
    Map<SchemaPath, SchemaPath> own = new HashMap<>(origins);
    own.keySet().removeIf(path -> !path.owner().equals(from));
    if (gone) {
      origins.keySet().removeAll(own.keySet());
    }
    own.forEach((path, origin) -> origins.put(SchemaPath.column(to, path.name()), origin));
  }
}
