package dev.retort.processor.generate;

import dev.retort.operation.ReplaceObject;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectNames;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What keeps the results of a function that is replaced: PostgreSQL computes generated columns and
 * indexes when rows are written, and checks rows then, and does none of it again.
 */
final class StaleResults {

  private StaleResults() {}

  /**
   * What is said above the statement; nothing where no table keeps a result, or the function
   * computes what it did.
   *
   * @param before the schema with the old function
   */
  static List<String> comment(ReplaceObject replace, Schema before) {
    DefinedObject wanted = replace.object();
    if (!(wanted instanceof Routine)
        || before.definedObjects().require(wanted.id()).sameText(wanted)) {
      return List.of();
    }
    Set<String> called = Set.of(wanted.id().name().local());
    List<String> stale = new ArrayList<>();
    for (Table table : new TreeMap<>(before.tables()).values()) {
      for (Column column : table.columns()) {
        if (column.generation().filter(text -> ObjectNames.calls(text, called)).isPresent()) {
          stale.add("column " + table.name() + "." + column.name());
        }
      }
      for (Constraint constraint : table.constraints()) {
        if (constraint instanceof CheckConstraint check
            && ObjectNames.calls(check.expression(), called)) {
          stale.add("check " + check.name() + " of " + table.name());
        }
      }
      for (Index index : table.indexes()) {
        if (index.expressions().stream().anyMatch(text -> ObjectNames.calls(text, called))) {
          stale.add("index " + index.name());
        }
      }
    }
    return stale.isEmpty()
        ? List.of()
        : List.of(
            "Computes nothing anew that the old one gave: "
                + String.join(", ", stale)
                + ". UPDATE the rows for columns and checks, then REINDEX the indexes.");
  }
}
