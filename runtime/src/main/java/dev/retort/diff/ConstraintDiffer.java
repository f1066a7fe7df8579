package dev.retort.diff;

import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Table;
import java.util.Set;
import java.util.stream.Collectors;

/** The difference between the constraints of a table; their order is none. */
final class ConstraintDiffer {

  private ConstraintDiffer() {}

  static Matching<Constraint> diff(Table from, Table to, RelationNames taken) {
    Set<String> indexes = to.indexes().stream().map(Index::name).collect(Collectors.toSet());
    Set<String> keys =
        from.constraints().stream()
            .filter(Constraint::isKey)
            .map(Constraint::name)
            .collect(Collectors.toSet());
    return Matching.of(
        from.constraints(),
        to.constraints(),
        Constraint::name,
        constraint -> constraint.named(""),
        name ->
            indexes.contains(name)
                || (keys.contains(name) && taken.contains(to.name().withLocal(name))));
  }
}
