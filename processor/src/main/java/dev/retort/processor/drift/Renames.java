package dev.retort.processor.drift;

import dev.retort.operation.ObjectsAside;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.processor.entity.EntityModel;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectNames;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.RelationNames;
import dev.retort.schema.Schema;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the renames that the entities state and the chain has not made: those whose new name is
 * missing and whose old one is there, and those that exchange names. A sequence that was named
 * after its table follows it.
 */
final class Renames {

  private final EntityModel model;
  private final Lineage lineage;
  private final List<Operation> operations = new ArrayList<>();
  private final Set<SchemaPath> ambiguous = new LinkedHashSet<>();
  private final Set<SchemaPath> renamed = new HashSet<>();
  private final Map<QualifiedName, QualifiedName> oldTables = new HashMap<>();
  private Schema schema;

  private Renames(Schema chain, Lineage lineage, EntityModel model) {
    this.schema = chain;
    this.lineage = lineage;
    this.model = model;
  }

  /**
   * The renames that are stated.
   *
   * @param operations how they are made, tables first; what names one in its text goes before
   * @param schema what the chain's schema becomes by them
   * @param ambiguous what may have been several things, or what several may have been; it is not
   *     renamed
   */
  record Stated(List<Operation> operations, Schema schema, Set<SchemaPath> ambiguous) {}

  /**
   * The renames that are stated and not made.
   *
   * @param lineage what the chain has renamed
   */
  static Stated in(Schema chain, Lineage lineage, EntityModel model) {
    Renames renames = new Renames(chain, lineage, model);
    renames.find(SchemaPath.Kind.TABLE);
    renames.exchange(SchemaPath.Kind.TABLE);
    renames.sequences();
    renames.find(SchemaPath.Kind.COLUMN);
    renames.exchange(SchemaPath.Kind.COLUMN);
    return new Stated(List.copyOf(renames.operations), renames.schema, renames.ambiguous);
  }

  /** Repeats itself as long as a rename makes room for another, as where one moves up for one. */
  private void find(SchemaPath.Kind kind) {
    List<SchemaPath> stated = stated(kind);
    boolean found = true;
    while (found) {
      Map<SchemaPath, List<SchemaPath>> claims = claims(stated);
      found = false;
      for (Map.Entry<SchemaPath, List<SchemaPath>> claim : claims.entrySet()) {
        List<SchemaPath> olds = claim.getValue();
        long claimants =
            claims.values().stream().filter(others -> others.contains(olds.get(0))).count();
        if (olds.size() > 1 || claimants > 1 || isTakenByAnotherKind(claim.getKey())) {
          ambiguous.add(claim.getKey());
        } else {
          rename(olds.get(0), claim.getKey());
          found = true;
          break;
        }
      }
    }
  }

  private List<SchemaPath> stated(SchemaPath.Kind kind) {
    return model.formerNames().keySet().stream()
        .filter(path -> path.kind() == kind)
        .sorted(Comparator.comparing(SchemaPath::owner).thenComparing(SchemaPath::name))
        .toList();
  }

  /**
   * Renames whose new name is there already: in a circle, each follows the one before it. Else the
   * values of one of the two go, and nobody but the user knows whether that is meant: the rename
   * may have been made in a way that the chain does not show.
   */
  private void exchange(SchemaPath.Kind kind) {
    Map<SchemaPath, SchemaPath> open = new LinkedHashMap<>();
    for (SchemaPath path : stated(kind)) {
      pending(path).ifPresent(old -> open.put(path, old));
    }
    for (SchemaPath path : List.copyOf(open.keySet())) {
      if (open.containsKey(path) && !open.containsValue(path)) {
        List<SchemaPath> line = line(path, open);
        line.forEach(open::remove);
        if (!line.get(line.size() - 1).isIn(model.schema())) {
          ambiguous.add(path);
        }
      }
    }
    while (!open.isEmpty()) {
      List<SchemaPath> circle = line(open.keySet().iterator().next(), open);
      circle.forEach(open::remove);
      circulate(circle);
    }
  }

  /** The path, what it was, what that was, and so on, until there is nothing more or it is back. */
  private static List<SchemaPath> line(SchemaPath path, Map<SchemaPath, SchemaPath> olds) {
    List<SchemaPath> line = new ArrayList<>();
    for (SchemaPath at = path; at != null && !line.contains(at); at = olds.get(at)) {
      line.add(at);
    }
    return line;
  }

  /** What the path is stated to have been, where that is one thing, there, and not made. */
  private Optional<SchemaPath> pending(SchemaPath path) {
    if (!path.isIn(schema) || ambiguous.contains(path) || isMade(path)) {
      return Optional.empty();
    }
    List<SchemaPath> olds =
        model.formerNames().get(path).stream()
            .map(former -> withName(path, former))
            .filter(old -> !old.equals(path) && old.isIn(schema))
            .toList();
    boolean single =
        olds.size() == 1
            && stated(path.kind()).stream()
                    .filter(other -> other.owner().namespace().equals(path.owner().namespace()))
                    .filter(other -> isStatedFrom(other, olds.get(0)))
                    .count()
                == 1;
    return single ? Optional.of(olds.get(0)) : Optional.empty();
  }

  private boolean isStatedFrom(SchemaPath path, SchemaPath old) {
    return model.formerNames().get(path).stream()
        .anyMatch(former -> withName(path, former).equals(old));
  }

  /** Whether what has the name now had one of its former ones, in the chain or just now. */
  private boolean isMade(SchemaPath path) {
    if (renamed.contains(path)) {
      return true;
    }
    QualifiedName before = oldTables.getOrDefault(path.owner(), path.owner());
    return model.formerNames().get(path).stream()
        .anyMatch(
            former ->
                path.kind() == SchemaPath.Kind.TABLE
                    ? lineage.tableWas(path.owner(), former)
                    : lineage.columnWas(before, path.name(), former));
  }

  private void circulate(List<SchemaPath> circle) {
    Map<String, String> formerNames = new HashMap<>();
    Map<String, QualifiedName> owners = new HashMap<>();
    for (int i = 0; i < circle.size(); i++) {
      SchemaPath old = circle.get((i + 1) % circle.size());
      formerNames.put(circle.get(i).localName(), old.localName());
      owners.put(old.localName(), old.owner());
    }
    SchemaPath any = circle.get(0);
    for (Exchange.Step step : Exchange.steps(formerNames, name -> isTaken(any, name))) {
      rename(withName(any, step.from()), withName(any, step.to()));
    }
    if (any.kind() == SchemaPath.Kind.TABLE) {
      circle.forEach(
          path -> oldTables.put(path.owner(), owners.get(formerNames.get(path.localName()))));
    }
  }

  private boolean isTaken(SchemaPath place, String name) {
    QualifiedName relation = place.owner().withLocal(name);
    return place.kind() == SchemaPath.Kind.TABLE
        ? RelationNames.of(schema).contains(relation) || schema.enumTypes().containsKey(relation)
        : schema.requireTable(place.owner()).column(name).isPresent();
  }

  /** A view, sequence or type that bears the new name: whether it goes first, the user must say. */
  private boolean isTakenByAnotherKind(SchemaPath missing) {
    return missing.kind() == SchemaPath.Kind.TABLE && isTaken(missing, missing.owner().local());
  }

  /** For each stated path that is missing, those of its former names that are there. */
  private Map<SchemaPath, List<SchemaPath>> claims(List<SchemaPath> stated) {
    Map<SchemaPath, List<SchemaPath>> claims = new LinkedHashMap<>();
    for (SchemaPath path : stated) {
      if (!path.isIn(schema) && !ambiguous.contains(path)) {
        List<SchemaPath> olds =
            model.formerNames().get(path).stream()
                .map(former -> withName(path, former))
                .filter(old -> old.isIn(schema))
                .toList();
        if (!olds.isEmpty()) {
          claims.put(path, olds);
        }
      }
    }
    return claims;
  }

  private static SchemaPath withName(SchemaPath path, String name) {
    return path.kind() == SchemaPath.Kind.TABLE
        ? SchemaPath.table(path.owner().withLocal(name))
        : SchemaPath.column(path.owner(), name);
  }

  private void rename(SchemaPath from, SchemaPath to) {
    renamed.add(to);
    if (from.kind() == SchemaPath.Kind.TABLE) {
      oldTables.put(to.owner(), from.owner());
      stepAside(true, names -> names.uses(from.owner()));
      make(new RenameTable(from.owner(), to.owner().local()));
    } else {
      stepAside(false, names -> names.uses(from.owner(), from.name()));
      make(new RenameColumn(from.owner(), from.name(), to.name()));
    }
  }

  /** Hibernate names a generator's sequence after the table of its entity. */
  private void sequences() {
    Map<Optional<String>, Map<String, String>> formerNames = new HashMap<>();
    for (QualifiedName wanted : model.schema().sequences().keySet()) {
      formerSequence(wanted)
          .ifPresent(
              former ->
                  formerNames
                      .computeIfAbsent(wanted.namespace(), n -> new HashMap<>())
                      .put(wanted.local(), former.local()));
    }
    for (QualifiedName wanted : model.schema().sequences().keySet()) {
      // What stays keeps its name, and gives nothing up.
      Map<String, String> here = formerNames.getOrDefault(wanted.namespace(), Map.of());
      if (!here.containsKey(wanted.local()) && schema.sequences().containsKey(wanted)) {
        here.values().removeIf(wanted.local()::equals);
      }
    }
    formerNames.forEach(
        (namespace, names) -> {
          Schema before = schema;
          for (Exchange.Step step :
              Exchange.steps(
                  names,
                  name -> before.sequences().containsKey(new QualifiedName(namespace, name)))) {
            make(new RenameSequence(new QualifiedName(namespace, step.from()), step.to()));
          }
        });
  }

  private Optional<QualifiedName> formerSequence(QualifiedName wanted) {
    return oldTables.entrySet().stream()
        .filter(table -> wanted.local().startsWith(table.getKey().local() + "_"))
        .map(
            table ->
                wanted.withLocal(
                    table.getValue().local()
                        + wanted.local().substring(table.getKey().local().length())))
        .filter(former -> !former.equals(wanted) && schema.sequences().containsKey(former))
        .findFirst();
  }

  /**
   * What names the old table or column in its text goes first, and is created again by the new name
   * from what is declared: so the way back finds the old name, too. A trigger follows its table.
   */
  private void stepAside(boolean tablesAlone, Predicate<ObjectNames> namesIt) {
    DefinedObjects objects = schema.definedObjects();
    List<ObjectId> aside =
        objects.stream()
            .filter(each -> !(tablesAlone && each instanceof Trigger))
            .filter(each -> namesIt.test(ObjectNames.needed(each)))
            .map(DefinedObject::id)
            .toList();
    // Columns stay, since they may be about to be renamed; what is to compute them comes later.
    ObjectsAside.steps(schema, aside, (table, column) -> true, (table, column) -> false)
        .forEach(this::make);
  }

  private void make(Operation operation) {
    schema = operation.applyTo(schema);
    operations.add(operation);
  }
}
