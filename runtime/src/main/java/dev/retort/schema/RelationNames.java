package dev.retort.schema;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that a schema takes in its namespaces. PostgreSQL keeps tables and partitions,
 * sequences, indexes, the indexes behind keys and composite types in one list of names ({@code
 * pg_class}).
 */
public final class RelationNames {

  private static final Pattern LIKE_IDENTITY = Pattern.compile("(?s).*_seq\\d*");

  private final Set<QualifiedName> taken = new HashSet<>();

  private RelationNames() {}

  /** All names of the schema. */
  public static RelationNames of(Schema schema) {
    RelationNames names = new RelationNames();
    for (Table table : schema.tables().values()) {
      of(table).forEach(name -> names.taken.add(table.name().withLocal(name)));
    }
    names.taken.addAll(schema.sequences().keySet());
    schema.definedObjects().stream()
        .filter(View.class::isInstance)
        .forEach(view -> names.taken.add(view.id().name()));
    names.taken.addAll(schema.compositeTypes().keySet());
    return names;
  }

  /** The names of tables and partitions, each of which is the name of a type as well. */
  public static RelationNames ofTables(Schema schema) {
    RelationNames names = new RelationNames();
    for (Table table : schema.tables().values()) {
      names.taken.add(table.name());
      table.partitions().forEach(each -> names.taken.add(table.name().withLocal(each.name())));
    }
    return names;
  }

  public boolean contains(QualifiedName name) {
    return taken.contains(name);
  }

  /**
   * Whether there is one, beyond the others, that PostgreSQL may have given to the sequence behind
   * an identity column. Which one that has is not known: it keeps its name where the table or
   * column is renamed.
   */
  public boolean hasAnyLikeIdentityBeside(RelationNames others) {
    return taken.stream()
        .anyMatch(name -> !others.contains(name) && LIKE_IDENTITY.matcher(name.local()).matches());
  }

  /** The names that a table takes: its own and those of its indexes, keys and partitions. */
  static Set<String> of(Table table) {
    Set<String> names = new HashSet<>();
    names.add(table.name().local());
    table.indexes().forEach(index -> names.add(index.name()));
    table.constraints().stream().filter(Constraint::isKey).forEach(key -> names.add(key.name()));
    table.partitions().forEach(partition -> names.add(partition.name()));
    return names;
  }

  /**
   * What a schema has under one of the given names of a namespace, in words; empty when all of them
   * are free. Looks at each object once and builds nothing, since every operation asks.
   */
  static Optional<String> taker(Schema schema, Optional<String> namespace, Set<String> names) {
    for (Sequence sequence : schema.sequences().values()) {
      if (isOneOf(sequence.name(), namespace, names)) {
        return Optional.of("a sequence " + sequence.name());
      }
    }
    for (QualifiedName type : schema.compositeTypes().keySet()) {
      if (isOneOf(type, namespace, names)) {
        return Optional.of("a composite type " + type);
      }
    }
    for (Table table : schema.tables().values()) {
      if (!table.name().namespace().equals(namespace)) {
        continue;
      }
      if (names.contains(table.name().local())) {
        return Optional.of("a table " + table.name());
      }
      for (Index index : table.indexes()) {
        if (names.contains(index.name())) {
          return Optional.of("an index " + index.name() + " of table " + table.name());
        }
      }
      for (Partition partition : table.partitions()) {
        if (names.contains(partition.name())) {
          return Optional.of("a partition " + partition.name() + " of table " + table.name());
        }
      }
      for (Constraint constraint : table.constraints()) {
        if (constraint.isKey() && names.contains(constraint.name())) {
          return Optional.of(
              "a constraint "
                  + constraint.name()
                  + " of table "
                  + table.name()
                  + ", whose index has that name");
        }
      }
    }
    return ObjectRules.taker(schema, namespace, names);
  }

  private static boolean isOneOf(
      QualifiedName name, Optional<String> namespace, Set<String> names) {
    return name.namespace().equals(namespace) && names.contains(name.local());
  }
}
