package dev.retort.diff;

import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Table;
import java.util.Set;
import java.util.stream.Collectors;

/** The difference between the indexes of a table; their order is none, that of their keys is. */
final class IndexDiffer {

  /** In place of a name, which is no part of what an index is. */
  private static final String ANY_NAME = "any";

  private IndexDiffer() {}

  static Matching<Index> diff(Table from, Table to, RelationNames taken) {
    Set<String> constraints =
        to.constraints().stream().map(Constraint::name).collect(Collectors.toSet());
    return Matching.of(
        from.indexes(),
        to.indexes(),
        Index::name,
        index -> index.withName(ANY_NAME),
        name -> constraints.contains(name) || taken.contains(to.name().withLocal(name)));
  }
}
