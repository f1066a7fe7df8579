package dev.retort.processor.drift;

import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.processor.report.Finding;
import dev.retort.schema.CompositeType;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the revisions create and no entity is to have: tables, sequences, types and objects, by
 * names that the user gives.
 *
 * @param names each the name of one, with its namespace or without, in which {@code *} stands for
 *     anything; as the database has it
 */
public record Unmapped(List<String> names) {

  public static final Unmapped NONE = new Unmapped(List.of());

  public Unmapped {
    names = List.copyOf(names);
  }

  /**
   * The model with all of that which the chain has and the model has not, so that nothing of it is
   * a difference. A foreign key that leads to what the model lacks is left out: it goes with that.
   */
  Schema addedTo(Schema model, Schema chain) {
    if (names.isEmpty()) {
      return model;
    }
    Schema added = model;
    for (EnumType type : chain.enumTypes().values()) {
      boolean used =
          chain.columnsOf(type.name()).stream().anyMatch(column -> isKept(column.table(), model));
      if ((used || covers(type.name())) && !added.enumTypes().containsKey(type.name())) {
        added = added.withEnumType(type);
      }
    }
    for (CompositeType type : chain.compositeTypes().values()) {
      if (covers(type.name()) && !added.compositeTypes().containsKey(type.name())) {
        added = added.withCompositeType(type);
      }
    }
    for (Sequence sequence : chain.sequences().values()) {
      if (covers(sequence.name()) && !added.sequences().containsKey(sequence.name())) {
        added = added.withSequence(sequence);
      }
    }
    Map<QualifiedName, Table> tables = new TreeMap<>(added.tables());
    chain.tables().values().stream()
        .filter(table -> isKept(table.name(), model))
        .forEach(table -> tables.put(table.name(), table));
    for (Table table : List.copyOf(tables.values())) {
      if (isKept(table.name(), model)) {
        tables.put(table.name(), withoutKeysToNowhere(table, tables));
      }
    }
    return added.withTables(tables).withDefinedObjects(objects(model, chain.definedObjects()));
  }

  private boolean isKept(QualifiedName table, Schema model) {
    return covers(table) && model.table(table).isEmpty();
  }

  private static Table withoutKeysToNowhere(Table table, Map<QualifiedName, Table> tables) {
    Table kept = table;
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key && !leadsSomewhere(key, tables)) {
        kept = kept.withoutConstraint(key.name());
      }
    }
    return kept;
  }

  private static boolean leadsSomewhere(ForeignKey key, Map<QualifiedName, Table> tables) {
    Table target = tables.get(key.referencedTable());
    return target != null
        && key.referencedColumns().stream().allMatch(name -> target.column(name).isPresent());
  }

  /** Triggers stay with their table. */
  private DefinedObjects objects(Schema model, DefinedObjects chain) {
    Map<ObjectId, DefinedObject> objects = new LinkedHashMap<>();
    model.definedObjects().stream().forEach(each -> objects.put(each.id(), each));
    chain.stream()
        .filter(each -> covers(each.id().name()) || isTriggerOfKept(each.id(), model))
        .forEach(each -> objects.putIfAbsent(each.id(), each));
    return DefinedObjects.of(objects.values());
  }

  private boolean isTriggerOfKept(ObjectId id, Schema model) {
    return id.kind() == ObjectId.Kind.TRIGGER && isKept(id.name().withLocal(id.within()), model);
  }

  /** A warning for each of the names that nothing in the chain's schema has. */
  public List<Finding> findings(Schema schema) {
    List<QualifiedName> known =
        Stream.of(
                schema.tables().keySet().stream(),
                schema.sequences().keySet().stream(),
                schema.enumTypes().keySet().stream(),
                schema.compositeTypes().keySet().stream(),
                schema.definedObjects().stream().map(each -> each.id().name()))
            .flatMap(each -> each)
            .toList();
    return names.stream()
        .filter(name -> known.stream().noneMatch(each -> is(name, each)))
        .map(name -> Finding.warning(DriftProblems.nothingUnmapped(name)))
        .toList();
  }

  private boolean covers(QualifiedName name) {
    return names.stream().anyMatch(each -> is(each, name));
  }

  private static boolean is(String written, QualifiedName name) {
    Pattern pattern =
        Pattern.compile(
            Stream.of(written.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.DOTALL);
    return pattern.matcher(name.local()).matches() || pattern.matcher(name.inFull()).matches();
  }
}
