package dev.retort.schema;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A whole database as far as Retort manages it.
 *
 * <p>The changing methods check what PostgreSQL would check, so that replaying revisions on a
 * schema fails where migrating a database would.
 *
 * @param tables the tables by name, in the order of their creation (equality ignores the order)
 * @param sequences the sequences that stand by themselves, by name
 * @param enumTypes the enum types by name
 * @param compositeTypes the composite types by name
 * @param definedObjects views, functions and triggers
 * @param prerequisites namespaces and extensions
 */
public record Schema(
    Map<QualifiedName, Table> tables,
    Map<QualifiedName, Sequence> sequences,
    Map<QualifiedName, EnumType> enumTypes,
    Map<QualifiedName, CompositeType> compositeTypes,
    DefinedObjects definedObjects,
    Prerequisites prerequisites) {

  private static final Schema EMPTY = new Schema(Map.of(), Map.of(), Map.of());

  public Schema {
    tables = ByName.of(tables);
    sequences = ByName.of(sequences);
    enumTypes = ByName.of(enumTypes);
    compositeTypes = ByName.of(compositeTypes);
    requireNonNull(definedObjects, "definedObjects");
    requireNonNull(prerequisites, "prerequisites");
  }

  /** A schema of tables, sequences and enum types alone. */
  public Schema(
      Map<QualifiedName, Table> tables,
      Map<QualifiedName, Sequence> sequences,
      Map<QualifiedName, EnumType> enumTypes) {
    this(tables, sequences, enumTypes, Map.of(), DefinedObjects.NONE, Prerequisites.NONE);
  }

  public static Schema empty() {
    return EMPTY;
  }

  public Optional<Table> table(QualifiedName name) {
    return Optional.ofNullable(tables.get(requireNonNull(name, "name")));
  }

  public Optional<Table> table(String name) {
    return table(QualifiedName.of(name));
  }

  /**
   * The table of that name.
   *
   * @throws SchemaException if there is no such table
   */
  public Table requireTable(QualifiedName name) {
    return table(name)
        .orElseThrow(
            () ->
                SchemaException.missing(
                    "there is no table " + name,
                    name.toString(),
                    tables.keySet().stream().map(QualifiedName::toString).toList()));
  }

  /**
   * The sequence of that name.
   *
   * @throws SchemaException if there is no such sequence
   */
  public Sequence requireSequence(QualifiedName name) {
    Sequence sequence = sequences.get(name);
    if (sequence == null) {
      throw SchemaException.missing(
          "there is no sequence " + name,
          name.toString(),
          sequences.keySet().stream().map(QualifiedName::toString).toList());
    }
    return sequence;
  }

  /**
   * The enum type of that name.
   *
   * @throws SchemaException if there is no such type
   */
  public EnumType requireEnumType(QualifiedName name) {
    EnumType type = enumTypes.get(name);
    if (type == null) {
      throw SchemaException.missing(
          "there is no enum type " + name,
          name.toString(),
          enumTypes.keySet().stream().map(QualifiedName::toString).toList());
    }
    return type;
  }

  /**
   * The composite type of that name.
   *
   * @throws SchemaException if there is no such type
   */
  public CompositeType requireCompositeType(QualifiedName name) {
    CompositeType type = compositeTypes.get(name);
    if (type == null) {
      throw SchemaException.missing(
          "there is no composite type " + name,
          name.toString(),
          compositeTypes.keySet().stream().map(QualifiedName::toString).toList());
    }
    return type;
  }

  /** Adds a table; its foreign keys must find their target. */
  public Schema withTable(Table added) {
    requireFree(added.name(), RelationNames.of(added));
    EnumTypes.requireNone(this, added.name());
    Schema result = withTable(added.name(), added);
    added.foreignKeys().forEach(key -> result.requireTarget(added.name(), key));
    return result;
  }

  /** Removes a table that no other table refers to. */
  public Schema withoutTable(QualifiedName name) {
    requireTable(name);
    for (Table other : tables.values()) {
      for (ForeignKey key : other.foreignKeys()) {
        if (key.referencedTable().equals(name) && !other.name().equals(name)) {
          throw new SchemaException(
              "table "
                  + name
                  + " is referred to by foreign key "
                  + key.name()
                  + " of table "
                  + other.name());
        }
      }
    }
    return withTables(ByName.without(tables, name))
        .withDefinedObjects(ObjectRules.withoutTable(this, name));
  }

  /** Renames a table; the foreign keys that refer to it follow. */
  public Schema withTableRenamed(QualifiedName from, String toLocal) {
    requireTable(from);
    QualifiedName to = from.withLocal(toLocal);
    requireFree(to, Set.of(toLocal));
    EnumTypes.requireNone(this, to);
    return withTableNamed(from, to);
  }

  /**
   * Moves a table to another namespace, with its keys, indexes and partitions; the foreign keys
   * that refer to it follow.
   */
  public Schema withTableMoved(QualifiedName from, Optional<String> namespace) {
    Table moved = requireTable(from);
    QualifiedName to = new QualifiedName(namespace, from.local());
    requireFree(to, RelationNames.of(moved));
    EnumTypes.requireNone(this, to);
    moved.partitions().forEach(each -> EnumTypes.requireNone(this, to.withLocal(each.name())));
    return withTableNamed(from, to);
  }

  private Schema withTableNamed(QualifiedName from, QualifiedName to) {
    Table renamed = requireTable(from);
    Map<QualifiedName, Table> edited = new LinkedHashMap<>();
    for (Table table : tables.values()) {
      Table moved = table.equals(renamed) ? TableQualifiers.renamed(table, to) : table;
      edited.put(
          moved.name(),
          moved.withForeignKeysChanged(
              key -> key.referencedTable().equals(from) ? key.withReferencedTable(to) : key));
    }
    return withTables(edited).withDefinedObjects(definedObjects.withTableRenamed(from, to));
  }

  /**
   * Replaces a table by a changed version of itself; foreign keys that the change adds must find
   * their target.
   */
  public Schema withTableChanged(QualifiedName name, UnaryOperator<Table> change) {
    Table old = requireTable(name);
    Table changed = change.apply(old);
    Set<String> names = RelationNames.of(changed);
    names.removeAll(RelationNames.of(old));
    requireFree(name, names);
    RowDivision.requireNoTypes(this, old, changed);
    Schema result = withTable(name, changed);
    Set<ForeignKey> known = new HashSet<>(old.foreignKeys());
    changed.foreignKeys().stream()
        .filter(key -> !known.contains(key))
        .forEach(key -> result.requireTarget(name, key));
    if (!types(old).equals(types(changed))) {
      result.requireComparableKeys(name);
    }
    return result;
  }

  private static Map<String, SqlType> types(Table table) {
    Map<String, SqlType> types = new HashMap<>();
    table.columns().forEach(column -> types.put(column.name(), column.type()));
    return types;
  }

  /** The foreign keys of a table and to it must still compare what can be compared. */
  private void requireComparableKeys(QualifiedName name) {
    for (Table owner : tables.values()) {
      for (ForeignKey key : owner.foreignKeys()) {
        if (owner.name().equals(name) || key.referencedTable().equals(name)) {
          table(key.referencedTable()).ifPresent(target -> requireComparable(owner, key, target));
        }
      }
    }
  }

  private static void requireComparable(Table owner, ForeignKey key, Table target) {
    for (int i = 0; i < key.columns().size(); i++) {
      Column from = owner.requireColumn(key.columns().get(i));
      Column to = target.requireColumn(key.referencedColumns().get(i));
      if (!Comparability.canRefer(from.type(), to.type())) {
        throw new SchemaException(
            "foreign key "
                + key.name()
                + " of table "
                + owner.name()
                + " cannot compare "
                + from.name()
                + " "
                + from.type().inWords()
                + " with "
                + target.name()
                + "."
                + to.name()
                + " "
                + to.type().inWords());
      }
    }
  }

  /** Drops a column that no foreign key of another table refers to. */
  public Schema withoutColumn(QualifiedName table, String column) {
    requireTable(table).requireColumn(column);
    for (Table other : tables.values()) {
      for (ForeignKey key : other.foreignKeys()) {
        boolean ownKey = other.name().equals(table) && key.columns().contains(column);
        if (key.referencedTable().equals(table)
            && key.referencedColumns().contains(column)
            && !ownKey) {
          throw new SchemaException(
              "column "
                  + table
                  + "."
                  + column
                  + " is referred to by foreign key "
                  + key.name()
                  + " of table "
                  + other.name());
        }
      }
    }
    return withTableChanged(table, t -> t.withoutColumn(column));
  }

  /** Renames a column; keys, indexes and the foreign keys that refer to it follow. */
  public Schema withColumnRenamed(QualifiedName table, String from, String to) {
    Table renamed = requireTable(table).withColumnRenamed(from, to);
    Map<QualifiedName, Table> edited = new LinkedHashMap<>(tables);
    edited.put(table, renamed);
    edited.replaceAll(
        (name, each) ->
            each.withForeignKeysChanged(
                key ->
                    key.referencedTable().equals(table)
                        ? key.withReferencedColumnRenamed(from, to)
                        : key));
    return withTables(edited);
  }

  /**
   * Drops a constraint that no foreign key depends on. Where there is a second key on the same
   * columns, PostgreSQL knows which of the two a foreign key was created upon; here either will do.
   */
  public Schema withoutConstraint(QualifiedName table, String constraintName) {
    Table left = requireTable(table).withoutConstraint(constraintName);
    requireKeysOfOthers(requireTable(table), left, "constraint " + constraintName);
    return withTableChanged(table, t -> left);
  }

  /** Drops an index that no foreign key depends on. */
  public Schema withoutIndex(QualifiedName table, String indexName) {
    Table left = requireTable(table).withoutIndex(indexName);
    requireKeysOfOthers(requireTable(table), left, "index " + indexName);
    return withTableChanged(table, t -> left);
  }

  /** Where a table has lost a key, every foreign key must still find its own. */
  private void requireKeysOfOthers(Table before, Table left, String lost) {
    Set<Set<String>> keys = left.keys();
    if (keys.equals(before.keys())) {
      return;
    }
    for (Table other : tables.values()) {
      // A foreign key that is being dropped itself is no longer there.
      Table owner = other.name().equals(left.name()) ? left : other;
      for (ForeignKey key : owner.foreignKeys()) {
        if (key.referencedTable().equals(left.name())
            && !keys.contains(Set.copyOf(key.referencedColumns()))) {
          throw new SchemaException(
              lost
                  + " of table "
                  + left.name()
                  + " is needed by foreign key "
                  + key.name()
                  + " of table "
                  + owner.name());
        }
      }
    }
  }

  public Schema withSequence(Sequence added) {
    requireFree(added.name(), Set.of(added.name().local()));
    EnumTypes.requireNone(this, added.name());
    return withSequences(ByName.with(sequences, added.name(), added));
  }

  /** Replaces a sequence by a changed version of itself, which keeps its name. */
  public Schema withSequenceChanged(QualifiedName name, UnaryOperator<Sequence> change) {
    Sequence changed = change.apply(requireSequence(name));
    return withSequences(ByName.with(sequences, name, changed));
  }

  /** Renames a sequence; the defaults that draw on it follow. */
  public Schema withSequenceRenamed(QualifiedName from, String toLocal) {
    return withSequenceNamed(from, from.withLocal(toLocal));
  }

  /** Moves a sequence to another namespace; the defaults that draw on it follow. */
  public Schema withSequenceMoved(QualifiedName from, Optional<String> namespace) {
    return withSequenceNamed(from, new QualifiedName(namespace, from.local()));
  }

  private Schema withSequenceNamed(QualifiedName from, QualifiedName to) {
    Sequence renamed = requireSequence(from);
    requireFree(to, Set.of(to.local()));
    EnumTypes.requireNone(this, to);
    Map<QualifiedName, Sequence> editedSequences = new LinkedHashMap<>();
    for (Sequence sequence : sequences.values()) {
      Sequence moved = sequence.equals(renamed) ? sequence.withName(to) : sequence;
      editedSequences.put(moved.name(), moved);
    }
    Map<QualifiedName, Table> editedTables = new LinkedHashMap<>();
    tables.forEach((name, table) -> editedTables.put(name, table.withSequenceRenamed(from, to)));
    return withTables(editedTables).withSequences(editedSequences);
  }

  /** Removes a sequence that no default draws on. */
  public Schema withoutSequence(QualifiedName name) {
    requireSequence(name);
    for (Table table : tables.values()) {
      for (Column column : table.columns()) {
        if (column.drawsOn(name)) {
          throw new SchemaException(
              "sequence "
                  + name
                  + " is needed by the default of column "
                  + table.name()
                  + "."
                  + column.name());
        }
      }
    }
    return withSequences(ByName.without(sequences, name));
  }

  public Schema withEnumType(EnumType added) {
    return withEnumTypes(EnumTypes.with(this, added));
  }

  /** Replaces an enum type by a changed version of itself, which keeps its name. */
  public Schema withEnumTypeChanged(QualifiedName name, UnaryOperator<EnumType> change) {
    EnumType changed = change.apply(requireEnumType(name));
    return withEnumTypes(ByName.with(enumTypes, name, changed));
  }

  /** Renames a label of an enum type; the defaults that are this label follow. */
  public Schema withEnumLabelRenamed(QualifiedName name, String from, String to) {
    return withEnumTypeChanged(name, type -> type.withLabelRenamed(from, to))
        .withTables(EnumTypes.withLabelRenamed(this, name, from, to));
  }

  /** Removes an enum type that no column has. */
  public Schema withoutEnumType(QualifiedName name) {
    return withEnumTypes(EnumTypes.without(this, name));
  }

  /** Adds a view, function or trigger. */
  public Schema withObject(DefinedObject added) {
    return withDefinedObjects(ObjectRules.with(this, added));
  }

  /** Replaces a view or function by another version of itself, which keeps its id. */
  public Schema withObjectReplaced(DefinedObject object) {
    return withDefinedObjects(ObjectRules.changed(this, object));
  }

  /**
   * Removes a view, function or trigger that nothing is known to need; a view's triggers go too.
   */
  public Schema withoutObject(ObjectId id) {
    return withDefinedObjects(ObjectRules.without(this, id));
  }

  /** The same schema with other tables, which must fit the rest. */
  public Schema withTables(Map<QualifiedName, Table> others) {
    return new Schema(others, sequences, enumTypes, compositeTypes, definedObjects, prerequisites);
  }

  private Schema withSequences(Map<QualifiedName, Sequence> others) {
    return new Schema(tables, others, enumTypes, compositeTypes, definedObjects, prerequisites);
  }

  private Schema withEnumTypes(Map<QualifiedName, EnumType> others) {
    return new Schema(tables, sequences, others, compositeTypes, definedObjects, prerequisites);
  }

  /** The same schema with other composite types. */
  public Schema withCompositeTypes(Map<QualifiedName, CompositeType> others) {
    return new Schema(tables, sequences, enumTypes, others, definedObjects, prerequisites);
  }

  /** The same schema with other views, functions and triggers. */
  public Schema withDefinedObjects(DefinedObjects others) {
    return new Schema(tables, sequences, enumTypes, compositeTypes, others, prerequisites);
  }

  public Schema withCompositeType(CompositeType added) {
    requireFree(added.name(), Set.of(added.name().local()));
    return withCompositeTypes(CompositeTypes.with(this, added));
  }

  /** Replaces a composite type by a changed version of itself, which keeps its name. */
  public Schema withCompositeTypeChanged(QualifiedName name, UnaryOperator<CompositeType> change) {
    CompositeType changed = change.apply(requireCompositeType(name));
    return withCompositeTypes(CompositeTypes.changed(this, changed));
  }

  /** Removes a composite type that no column and no attribute has. */
  public Schema withoutCompositeType(QualifiedName name) {
    return withCompositeTypes(CompositeTypes.without(this, name));
  }

  /**
   * The columns that have the given enum or composite type, or arrays of it, in the order of their
   * names.
   */
  public List<EnumColumn> columnsOf(QualifiedName type) {
    return EnumTypes.columns(this, type);
  }

  /** The same schema with other namespaces and extensions. */
  public Schema withPrerequisites(Prerequisites other) {
    return new Schema(tables, sequences, enumTypes, compositeTypes, definedObjects, other);
  }

  /** Adds a namespace that nothing is in yet: else it is there, and somebody else's. */
  public Schema withNamespace(String name) {
    requireNothingIn(name);
    return withPrerequisites(prerequisites.with(name));
  }

  /** Removes a namespace that nothing is in. */
  public Schema withoutNamespace(String name) {
    Prerequisites left = prerequisites.without(name);
    requireNothingIn(name);
    return withPrerequisites(left);
  }

  private void requireNothingIn(String namespace) {
    Stream<QualifiedName> extensions =
        prerequisites.extensions().values().stream()
            .map(each -> new QualifiedName(each.namespace(), each.name()));
    Stream.concat(named(), extensions)
        .filter(each -> each.namespace().equals(Optional.of(namespace)))
        .findFirst()
        .ifPresent(
            each -> {
              throw new SchemaException(
                  "namespace " + namespace + " is there, with " + each.local() + " in it");
            });
  }

  public Schema withExtension(Extension added) {
    return withPrerequisites(prerequisites.with(added));
  }

  public Schema withoutExtension(String name) {
    return withPrerequisites(prerequisites.withoutExtension(name));
  }

  /**
   * The namespaces that tables, sequences, types, views and functions are in, whoever created them.
   */
  public Set<String> namespacesInUse() {
    return named().flatMap(name -> name.namespace().stream()).collect(toSet());
  }

  private Stream<QualifiedName> named() {
    return Stream.concat(
        Stream.of(tables, sequences, enumTypes, compositeTypes)
            .flatMap(each -> each.keySet().stream()),
        definedObjects.stream().map(object -> object.id().name()));
  }

  private Schema withTable(QualifiedName name, Table table) {
    return withTables(ByName.with(tables, name, table));
  }

  /** Names that are new in the namespace of {@code owner} must not be taken there. */
  private void requireFree(QualifiedName owner, Set<String> names) {
    if (names.isEmpty()) {
      return;
    }
    RelationNames.taker(this, owner.namespace(), names)
        .ifPresent(
            taker -> {
              throw new SchemaException("there is already " + taker);
            });
  }

  private void requireTarget(QualifiedName owner, ForeignKey key) {
    String what = "foreign key " + key.name() + " of table " + owner + " refers to ";
    Table target =
        table(key.referencedTable())
            .orElseThrow(
                () ->
                    SchemaException.missing(
                        what + "table " + key.referencedTable() + ", which does not exist",
                        key.referencedTable().toString(),
                        tables.keySet().stream().map(QualifiedName::toString).toList()));
    List<String> existing = new ArrayList<>();
    target.columns().forEach(column -> existing.add(column.name()));
    for (String column : key.referencedColumns()) {
      if (!existing.contains(column)) {
        throw SchemaException.missing(
            what + "column " + target.name() + "." + column + ", which does not exist",
            column,
            existing);
      }
    }
    if (!hasKeyFor(target, key)) {
      throw new SchemaException(
          what
              + target.name()
              + "("
              + String.join(", ", key.referencedColumns())
              + "), which is neither its primary key nor unique");
    }
    requireComparable(requireTable(owner), key, target);
  }

  private static boolean hasKeyFor(Table target, ForeignKey key) {
    return target.keys().contains(Set.copyOf(key.referencedColumns()));
  }
}
