package dev.retort.processor.entity;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;

/**
 * Finds relations of one name: PostgreSQL keeps tables, sequences, indexes and the indexes behind
 * keys in one list of names ({@code pg_class}). Hibernate's export fails at the second one and goes
 * on without it.
 */
final class RelationNameClashes {

  private final Map<SchemaPath, Element> origins;
  private final Map<QualifiedName, String> known = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private RelationNameClashes(Map<SchemaPath, Element> origins) {
    this.origins = origins;
  }

  /** An error at the second of two, in the order in which Hibernate creates them. */
  static List<Finding> in(Schema schema, Map<SchemaPath, Element> origins) {
    RelationNameClashes clashes = new RelationNameClashes(origins);
    schema
        .sequences()
        .keySet()
        .forEach(name -> clashes.take(name, "a sequence", SchemaPath.sequence(name)));
    List<Table> tables =
        schema.tables().values().stream()
            .sorted(Comparator.comparing(table -> table.name().toString()))
            .toList();
    tables.forEach(clashes::takeNamesOf);
    for (Table table : tables) {
      for (Index index : table.indexes()) {
        clashes.take(
            table.name().withLocal(index.name()),
            "an index of table " + table.name(),
            SchemaPath.index(table.name(), index.name()));
      }
    }
    return clashes.findings;
  }

  private void takeNamesOf(Table table) {
    QualifiedName name = table.name();
    take(name, "a table", SchemaPath.table(name));
    for (Constraint constraint : table.constraints()) {
      if (constraint.isKey()) {
        take(
            name.withLocal(constraint.name()),
            "a key of table " + name,
            SchemaPath.constraint(name, constraint.name()));
      }
    }
  }

  private void take(QualifiedName name, String what, SchemaPath path) {
    String other = known.putIfAbsent(name, what);
    Element origin = origins.get(path);
    if (other != null && origin != null) {
      findings.add(
          Finding.error(
              EntityProblems.conflict(
                  "Both "
                      + other
                      + " and "
                      + what
                      + " are called "
                      + name
                      + ", and PostgreSQL has one list of names for tables, sequences, indexes and"
                      + " keys"),
              origin));
    }
  }
}
