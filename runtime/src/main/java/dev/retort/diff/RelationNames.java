package dev.retort.diff;

import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.Set;

/**
 * The names that a schema takes in its namespaces. PostgreSQL keeps tables, sequences, indexes and
 * the indexes behind keys in one list of names ({@code pg_class}).
 */
final class RelationNames {

  private final Set<QualifiedName> taken = new HashSet<>();

  RelationNames(Schema schema) {
    for (Table table : schema.tables().values()) {
      taken.add(table.name());
      table.indexes().forEach(index -> taken.add(table.name().withLocal(index.name())));
      table.constraints().stream()
          .filter(Constraint::isKey)
          .forEach(key -> taken.add(table.name().withLocal(key.name())));
    }
    taken.addAll(schema.sequences().keySet());
  }

  boolean contains(QualifiedName name) {
    return taken.contains(name);
  }
}
