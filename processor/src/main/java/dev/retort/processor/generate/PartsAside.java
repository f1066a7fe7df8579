package dev.retort.processor.generate;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumnDefault;
import dev.retort.operation.AlterColumnType;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The constraints, indexes and defaults that a sequence of operations drops and adds again under
 * the same name, in a table of which a column gets another type.
 */
final class PartsAside {

  private record PartOf(QualifiedName table, String kind, String name) {}

  private final Map<PartOf, Operation> again = new HashMap<>();

  private PartsAside() {}

  static PartsAside of(List<Operation> operations) {
    PartsAside aside = new PartsAside();
    Set<QualifiedName> retyped = new HashSet<>();
    Set<PartOf> dropped = new HashSet<>();
    for (Operation operation : operations) {
      if (operation instanceof AlterColumnType alter) {
        retyped.add(alter.table());
      } else if (isDrop(operation)) {
        part(operation).ifPresent(dropped::add);
      } else {
        part(operation)
            .filter(part -> dropped.contains(part) && retyped.contains(part.table()))
            .ifPresent(part -> aside.again.put(part, operation));
      }
    }
    return aside;
  }

  /** Whether the operation drops such a part, or adds it again. */
  boolean concerns(Operation operation) {
    return part(operation).filter(again::containsKey).isPresent();
  }

  /** What adds again what the operation drops. */
  Optional<Operation> adding(Operation drop) {
    return isDrop(drop) ? part(drop).map(again::get) : Optional.empty();
  }

  private static boolean isDrop(Operation operation) {
    return operation instanceof DropConstraint
        || operation instanceof DropIndex
        || (operation instanceof AlterColumnDefault alter && alter.defaultExpression().isEmpty());
  }

  private static Optional<PartOf> part(Operation operation) {
    if (operation instanceof DropConstraint drop) {
      return Optional.of(new PartOf(drop.table(), "constraint", drop.constraint()));
    }
    if (operation instanceof AddConstraint add) {
      return Optional.of(new PartOf(add.table(), "constraint", add.constraint().name()));
    }
    if (operation instanceof DropIndex drop) {
      return Optional.of(new PartOf(drop.table(), "index", drop.index()));
    }
    if (operation instanceof CreateIndex create) {
      return Optional.of(new PartOf(create.table(), "index", create.index().name()));
    }
    return operation instanceof AlterColumnDefault alter
        ? Optional.of(new PartOf(alter.table(), "default", alter.column()))
        : Optional.empty();
  }
}
