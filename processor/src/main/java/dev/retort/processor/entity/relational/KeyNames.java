package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;

/**
 * The names of primary keys and unique constraints that are stated without one. PostgreSQL passes
 * over those that a relation of the namespace has already: of {@code usr (account_name)} and {@code
 * usr_account (name)} the second one becomes {@code usr_account_name_key1}. Mutable; one for a
 * schema, whose tables are asked for in the order in which Hibernate creates them.
 */
final class KeyNames {

  private final Set<QualifiedName> taken;

  /** No table yet, and the sequences, which come before all tables. */
  KeyNames(Set<QualifiedName> sequences) {
    taken = new HashSet<>(sequences);
  }

  /** The table with free names for the keys that state none. */
  Table free(Table table, TableDraft draft, Origins origins) {
    taken.add(table.name());
    List<Constraint> constraints = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      Constraint named = constraint;
      if (isByDefault(constraint, table) && isTaken(constraint, table)) {
        named = constraint.withFreeDefaultName(table.name(), namesBeside(table));
        origins.constraint(table.name(), named.name(), origin(constraint, draft));
      }
      if (named.isKey()) {
        taken.add(table.name().withLocal(named.name()));
      }
      constraints.add(named);
    }
    return constraints.equals(table.constraints())
        ? table
        : table.withParts(table.columns(), constraints, table.indexes());
  }

  private static boolean isByDefault(Constraint constraint, Table table) {
    return constraint.isKey()
        && constraint.named("").withDefaultName(table.name()).name().equals(constraint.name());
  }

  private boolean isTaken(Constraint constraint, Table table) {
    return taken.contains(table.name().withLocal(constraint.name()));
  }

  /** All names of the namespace, and those of the table's own constraints. */
  private Set<String> namesBeside(Table table) {
    Set<String> names =
        taken.stream()
            .filter(name -> name.namespace().equals(table.name().namespace()))
            .map(QualifiedName::local)
            .collect(Collectors.toSet());
    table.constraints().forEach(constraint -> names.add(constraint.name()));
    return names;
  }

  private static Element origin(Constraint constraint, TableDraft draft) {
    return draft
        .column(new Identifier(constraint.columns().get(0), true))
        .map(ColumnDraft::origin)
        .orElse(draft.origin());
  }
}
