package dev.retort.processor.drift;

import dev.retort.processor.diagnostic.DriftProblems;
import dev.retort.processor.report.Finding;
import dev.retort.schema.Comparability;
import dev.retort.schema.CompositeType;
import dev.retort.schema.CompositeTypes;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.EnumColumn;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the revisions create and no entity is to have: tables, sequences, types, views and routines,
 * by names that the user gives. What a table needs is kept with it.
 *
 * @param names each the name of one, as the database has it, with its namespace where that is not
 *     the default one; {@code *} stands for anything
 */
public record Unmapped(List<String> names) {

  public static final Unmapped NONE = new Unmapped(List.of());

  public Unmapped {
    names = List.copyOf(names);
  }

  /**
   * The model with all of that which the chain has and the model has not, so that nothing of it is
   * a difference. A foreign key to what the model lacks, or has otherwise, is left out: it goes
   * with that. A name that the model has for something is the model's.
   */
  Schema addedTo(Schema model, Schema chain) {
    return names.isEmpty() ? model : new Addition(this, model, chain).schema();
  }

  /** A warning for each of the names that nothing in the chain's schema has. */
  public List<Finding> findings(Schema chain) {
    Set<QualifiedName> known = relationsAndTypes(chain);
    chain.definedObjects().stream()
        .filter(Unmapped::isNamed)
        .forEach(each -> known.add(each.id().name()));
    return names.stream()
        .filter(name -> known.stream().noneMatch(each -> is(name, each)))
        .map(name -> Finding.warning(DriftProblems.nothingUnmapped(name)))
        .toList();
  }

  /** A trigger belongs to its table, whatever it is called. */
  private static boolean isNamed(DefinedObject object) {
    return object.id().kind() != ObjectId.Kind.TRIGGER;
  }

  private boolean covers(QualifiedName name) {
    return names.stream().anyMatch(each -> is(each, name));
  }

  private static boolean is(String written, QualifiedName name) {
    if (!written.contains(".")
        && !name.inFull().startsWith(QualifiedName.DEFAULT_NAMESPACE + ".")) {
      return false;
    }
    Pattern pattern =
        Pattern.compile(
            Stream.of(written.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.DOTALL);
    return pattern.matcher(written.contains(".") ? name.inFull() : name.local()).matches();
  }

  private static Set<QualifiedName> relationsAndTypes(Schema schema) {
    Set<QualifiedName> names = new HashSet<>(schema.tables().keySet());
    names.addAll(schema.sequences().keySet());
    names.addAll(schema.enumTypes().keySet());
    names.addAll(schema.compositeTypes().keySet());
    return names;
  }

  /**
   * One model and what is added to it.
   *
   * @param chain the schema that has what is added
   */
  private record Addition(Unmapped unmapped, Schema model, Schema chain) {

    Schema schema() {
      Set<QualifiedName> taken = relationsAndTypes(model);
      model.definedObjects().stream()
          .filter(each -> each.id().kind().isView())
          .forEach(each -> taken.add(each.id().name()));
      Predicate<QualifiedName> free = name -> !taken.contains(name);
      Map<QualifiedName, Table> kept = new TreeMap<>();
      chain
          .tables()
          .forEach(
              (name, table) -> {
                if (unmapped.covers(name) && free.test(name)) {
                  kept.put(name, table);
                }
              });
      Map<QualifiedName, Table> tables = new TreeMap<>(model.tables());
      tables.putAll(kept);
      kept.keySet().forEach(name -> tables.put(name, withKeysThatLead(kept.get(name), tables)));
      return new Schema(
          tables,
          with(
              model.sequences(),
              chain.sequences(),
              free.and(name -> unmapped.covers(name) || isDrawnOn(name, kept))),
          with(model.enumTypes(), chain.enumTypes(), free.and(name -> isTypeKept(name, kept))),
          with(
              model.compositeTypes(),
              chain.compositeTypes(),
              free.and(name -> isTypeKept(name, kept))),
          objects(kept, free),
          model.prerequisites());
    }

    private static <T> Map<QualifiedName, T> with(
        Map<QualifiedName, T> model, Map<QualifiedName, T> chain, Predicate<QualifiedName> kept) {
      Map<QualifiedName, T> all = new TreeMap<>(model);
      chain.forEach(
          (name, each) -> {
            if (kept.test(name)) {
              all.putIfAbsent(name, each);
            }
          });
      return all;
    }

    private boolean isTypeKept(QualifiedName type, Map<QualifiedName, Table> kept) {
      return unmapped.covers(type)
          || CompositeTypes.columnsHolding(chain, type).stream()
              .map(EnumColumn::table)
              .anyMatch(kept::containsKey)
          || CompositeTypes.containing(chain, type).stream()
              .map(CompositeType::name)
              .anyMatch(unmapped::covers);
    }

    private static boolean isDrawnOn(QualifiedName sequence, Map<QualifiedName, Table> kept) {
      return kept.values().stream()
          .flatMap(table -> table.columns().stream())
          .anyMatch(column -> column.drawsOn(sequence));
    }

    private static Table withKeysThatLead(Table table, Map<QualifiedName, Table> tables) {
      Table with = table;
      for (ForeignKey key : table.foreignKeys()) {
        if (!leads(table, key, tables)) {
          with = with.withoutConstraint(key.name());
        }
      }
      return with;
    }

    private static boolean leads(Table table, ForeignKey key, Map<QualifiedName, Table> tables) {
      Table target = tables.get(key.referencedTable());
      if (target == null || !target.keys().contains(Set.copyOf(key.referencedColumns()))) {
        return false;
      }
      for (int i = 0; i < key.columns().size(); i++) {
        if (!Comparability.canRefer(
            table.requireColumn(key.columns().get(i)).type(),
            target.requireColumn(key.referencedColumns().get(i)).type())) {
          return false;
        }
      }
      return true;
    }

    /** Triggers stay with their table, and the functions that they call with them. */
    private DefinedObjects objects(Map<QualifiedName, Table> kept, Predicate<QualifiedName> free) {
      Map<ObjectId, DefinedObject> objects = new LinkedHashMap<>();
      model.definedObjects().stream().forEach(each -> objects.put(each.id(), each));
      Set<String> called = new HashSet<>();
      kept.keySet()
          .forEach(
              table ->
                  chain
                      .definedObjects()
                      .triggersOn(table)
                      .forEach(
                          trigger -> {
                            objects.put(trigger.id(), trigger);
                            called.addAll(trigger.names());
                          }));
      chain.definedObjects().stream()
          .filter(Unmapped::isNamed)
          .filter(
              each ->
                  unmapped.covers(each.id().name())
                      || (each.id().kind().isRoutine()
                          && called.contains(each.id().name().local())))
          .filter(each -> !each.id().kind().isView() || free.test(each.id().name()))
          .forEach(each -> objects.putIfAbsent(each.id(), each));
      return DefinedObjects.of(objects.values());
    }
  }
}
