package dev.retort.diff;

import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Table;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The difference between the constraints of a table; their order is none. One that is to be valid
 * is kept and validated; PostgreSQL has no way back but to replace it.
 */
final class ConstraintDiffer {

  private ConstraintDiffer() {}

  static Matching<Constraint> diff(Table from, Table to, RelationNames taken) {
    Set<String> indexes = to.indexes().stream().map(Index::name).collect(Collectors.toSet());
    Set<String> keys =
        from.constraints().stream()
            .filter(Constraint::isKey)
            .map(Constraint::name)
            .collect(Collectors.toSet());
    Matching<Constraint> matching =
        Matching.of(
            from.constraints(),
            to.constraints(),
            Constraint::name,
            constraint -> constraint.named("").afterValidation(),
            name ->
                indexes.contains(name)
                    || (keys.contains(name) && taken.contains(to.name().withLocal(name))));
    return matching.replacing(kept -> kept.before().isValidated() && !kept.after().isValidated());
  }

  /** Whether all that a constraint needs is to be validated. */
  static boolean isToBeValidated(Matching.Kept<Constraint> kept) {
    return !kept.before().isValidated() && kept.after().isValidated();
  }
}
