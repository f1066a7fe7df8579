package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the tables that a sequence of operations renames and moves were called before it, and are
 * after it; the names that they have only in between are left out.
 */
public final class RenamedTables {

  /**
   * A table's names.
   *
   * @param before its name before all operations
   * @param after its name after all of them
   * @param partitions the partitions that move with it, if it moves
   */
  public record Renamed(QualifiedName before, QualifiedName after, List<String> partitions) {

    public Renamed {
      partitions = List.copyOf(partitions);
    }

    /** The same in as few operations as can be: none, one, or a move and a rename. */
    public List<Operation> directly() {
      List<Operation> steps = new ArrayList<>();
      QualifiedName name = before;
      if (!name.namespace().equals(after.namespace())) {
        MoveTable move = new MoveTable(name, after.namespace(), partitions);
        steps.add(move);
        name = move.moved();
      }
      if (!name.equals(after)) {
        steps.add(new RenameTable(name, after.local()));
      }
      return steps;
    }
  }

  private final Map<Operation, Renamed> byLast = new HashMap<>();
  private final Set<Operation> between = new HashSet<>();

  private RenamedTables() {}

  /** The tables that are renamed or moved, but for those that make way for a copy of theirs. */
  public static RenamedTables of(List<Operation> operations) {
    Set<QualifiedName> copied = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof MoveRows move) {
        copied.add(move.from());
      }
    }
    RenamedTables tables = new RenamedTables();
    Map<QualifiedName, Operation> last = new HashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof RenameTable rename) {
        QualifiedName to = rename.table().withLocal(rename.newName());
        if (!copied.contains(to)) {
          tables.follow(operation, rename.table(), to, List.of(), last);
        }
      } else if (operation instanceof MoveTable move) {
        tables.follow(operation, move.table(), move.moved(), move.partitions(), last);
      }
    }
    return tables;
  }

  private void follow(
      Operation operation,
      QualifiedName from,
      QualifiedName to,
      List<String> partitions,
      Map<QualifiedName, Operation> last) {
    Optional<Operation> previous = Optional.ofNullable(last.remove(from));
    Optional<Renamed> known = previous.map(byLast::remove);
    between.addAll(previous.stream().toList());
    byLast.put(
        operation,
        new Renamed(
            known.map(Renamed::before).orElse(from),
            to,
            partitions.isEmpty() ? known.map(Renamed::partitions).orElse(List.of()) : partitions));
    last.put(to, operation);
  }

  /** The table that the operation gives its name in the end; empty where it gives it no such. */
  public Optional<Renamed> endingWith(Operation operation) {
    return Optional.ofNullable(byLast.get(operation));
  }

  /** Whether the operation gives a table a name that it does not keep. */
  public boolean isDetour(Operation operation) {
    return between.contains(operation);
  }
}
