package dev.retort.diff;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tables in an order in which each comes after those that it refers to, as far as they do not refer
 * to each other in a circle. Depends on names alone, not on the order in which tables are given.
 */
final class TableOrder {

  private final Map<QualifiedName, Integer> places = new HashMap<>();
  private final List<Table> tables = new ArrayList<>();

  TableOrder(Collection<Table> unordered) {
    Map<QualifiedName, Table> byName = new TreeMap<>();
    unordered.forEach(table -> byName.put(table.name(), table));
    Set<QualifiedName> seen = new HashSet<>();
    byName.values().forEach(table -> visit(table, byName, seen));
  }

  List<Table> tables() {
    return tables;
  }

  /** Whether the foreign key's table comes before the table that the foreign key refers to. */
  boolean refersAhead(Table owner, ForeignKey key) {
    Integer target = places.get(key.referencedTable());
    return target != null && target > places.get(owner.name());
  }

  /** Depth first, with a stack of its own: chains of tables may be longer than Java's is deep. */
  private void visit(Table start, Map<QualifiedName, Table> byName, Set<QualifiedName> seen) {
    Deque<Open> open = new ArrayDeque<>();
    if (seen.add(start.name())) {
      open.push(new Open(start));
    }
    while (!open.isEmpty()) {
      Open top = open.peek();
      if (!top.targets.hasNext()) {
        open.pop();
        places.put(top.table.name(), tables.size());
        tables.add(top.table);
        continue;
      }
      Table target = byName.get(top.targets.next());
      if (target != null && seen.add(target.name())) {
        open.push(new Open(target));
      }
    }
  }

  /** A table whose targets are being visited. */
  private static final class Open {
    final Table table;
    final Iterator<QualifiedName> targets;

    Open(Table table) {
      this.table = table;
      this.targets =
          table.foreignKeys().stream()
              .map(ForeignKey::referencedTable)
              .distinct()
              .sorted()
              .toList()
              .iterator();
    }
  }
}
