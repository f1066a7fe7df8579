package dev.retort.processor.drift;

import dev.retort.operation.MoveSequence;
import dev.retort.operation.MoveTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.schema.AsideName;
import dev.retort.schema.Partition;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a table or sequence comes to another name, be it in another namespace: it is moved and
 * renamed, in the order in which its names are free, or over one that surely is.
 */
final class Relocation {

  private final boolean table;
  private final List<Operation> steps = new ArrayList<>();
  private Schema schema;
  private QualifiedName name;

  private Relocation(Schema schema, boolean table, QualifiedName name) {
    this.schema = schema;
    this.table = table;
    this.name = name;
  }

  /** The steps for a table; empty where a name that it brings along is taken. */
  static Optional<List<Operation>> ofTable(Schema schema, QualifiedName from, QualifiedName to) {
    return steps(schema, true, from, to);
  }

  /** The steps for a sequence; empty where its name is taken. */
  static Optional<List<Operation>> ofSequence(Schema schema, QualifiedName from, QualifiedName to) {
    return steps(schema, false, from, to);
  }

  private static Optional<List<Operation>> steps(
      Schema schema, boolean table, QualifiedName from, QualifiedName to) {
    String aside = AsideName.of(to.local());
    List<QualifiedName> moveFirst = List.of(new QualifiedName(to.namespace(), from.local()), to);
    List<QualifiedName> renameFirst = List.of(from.withLocal(to.local()), to);
    List<QualifiedName> overAside =
        List.of(from.withLocal(aside), new QualifiedName(to.namespace(), aside), to);
    for (List<QualifiedName> way : List.of(moveFirst, renameFirst, overAside)) {
      Relocation relocation = new Relocation(schema, table, from);
      if (relocation.goes(way)) {
        return Optional.of(List.copyOf(relocation.steps));
      }
    }
    return Optional.empty();
  }

  /** Replay knows which names are free: of keys, indexes and partitions, too. */
  private boolean goes(List<QualifiedName> way) {
    try {
      way.forEach(this::to);
      return true;
    } catch (SchemaException taken) {
      return false;
    }
  }

  private void to(QualifiedName next) {
    if (next.equals(name)) {
      return;
    }
    Operation step = next.namespace().equals(name.namespace()) ? renamed(next) : moved(next);
    schema = step.applyTo(schema);
    steps.add(step);
    name = next;
  }

  private Operation renamed(QualifiedName next) {
    return table ? new RenameTable(name, next.local()) : new RenameSequence(name, next.local());
  }

  private Operation moved(QualifiedName next) {
    return table
        ? new MoveTable(
            name,
            next.namespace(),
            schema.requireTable(name).partitions().stream().map(Partition::name).toList())
        : new MoveSequence(name, next.namespace());
  }
}
