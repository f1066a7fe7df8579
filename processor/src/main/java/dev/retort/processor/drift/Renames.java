package dev.retort.processor.drift;

import dev.retort.operation.CreateNamespace;
import dev.retort.operation.ObjectsAside;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameSequence;
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
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the renames that the entities state and the chain has not made: those whose new name is
 * missing and whose old one is there, and those that exchange names. A sequence that was named
 * after its table follows it.
 */
final class Renames {

  private final Schema chain;
  private final EntityModel model;
  private final Lineage lineage;
  private final List<Operation> operations = new ArrayList<>();
  private final Set<SchemaPath> ambiguous = new LinkedHashSet<>();
  private final Set<SchemaPath> renamed = new HashSet<>();
  private final Map<QualifiedName, QualifiedName> oldTables = new HashMap<>();
  private Schema schema;

  private Renames(Schema chain, Lineage lineage, EntityModel model) {
    this.chain = chain;
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
        boolean clear = olds.size() == 1 && claimants == 1 && !isTakenByAnotherKind(claim.getKey());
        if (clear && rename(olds.get(0), claim.getKey())) {
          found = true;
          break;
        }
        ambiguous.add(claim.getKey());
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
   * may have been made in a way that the chain does not show. Between namespaces keys and indexes
   * bring names along that may meet, so that a circle of tables is the user's to make.
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
      if (circle.stream().map(path -> path.owner().namespace()).distinct().count() > 1) {
        ambiguous.addAll(circle);
      } else {
        circulate(circle);
      }
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
            .filter(old -> !old.equals(path) && old.isIn(schema))
            .toList();
    boolean single =
        olds.size() == 1
            && stated(path.kind()).stream()
                    .filter(other -> model.formerNames().get(other).contains(olds.get(0)))
                    .count()
                == 1;
    return single ? Optional.of(olds.get(0)) : Optional.empty();
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
                    ? lineage.tableWas(path.owner(), former.owner())
                    : lineage.columnWas(before, path.name(), former.name()));
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
            model.formerNames().get(path).stream().filter(old -> old.isIn(schema)).toList();
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

  /** Whether it was made: what comes from another namespace may bring a name that is taken. */
  private boolean rename(SchemaPath from, SchemaPath to) {
    if (from.kind() == SchemaPath.Kind.COLUMN) {
      stepAside(false, names -> names.uses(from.owner(), from.name()));
      make(new RenameColumn(from.owner(), from.name(), to.name()));
    } else {
      Optional<List<Operation>> steps = Relocation.ofTable(schema, from.owner(), to.owner());
      if (steps.isEmpty()) {
        return false;
      }
      oldTables.put(to.owner(), from.owner());
      createNamespace(to.owner());
      stepAside(true, names -> names.uses(from.owner()));
      steps.get().forEach(this::make);
    }
    renamed.add(to);
    return true;
  }

  /** A namespace that the chain uses and does not create is somebody else's. */
  private void createNamespace(QualifiedName name) {
    name.namespace()
        .filter(namespace -> !namespace.equals(QualifiedName.DEFAULT_NAMESPACE))
        .filter(namespace -> !chain.namespacesInUse().contains(namespace))
        .filter(namespace -> !schema.prerequisites().namespaces().contains(namespace))
        .ifPresent(namespace -> make(new CreateNamespace(namespace)));
  }

  /** Hibernate names a generator's sequence after the table of its entity. */
  private void sequences() {
    Map<Optional<String>, Map<String, String>> formerNames = new HashMap<>();
    Map<QualifiedName, QualifiedName> moved = new TreeMap<>();
    for (QualifiedName wanted : model.schema().sequences().keySet()) {
      formerSequence(wanted)
          .ifPresent(
              former -> {
                if (former.namespace().equals(wanted.namespace())) {
                  formerNames
                      .computeIfAbsent(wanted.namespace(), n -> new HashMap<>())
                      .put(wanted.local(), former.local());
                } else {
                  moved.put(wanted, former);
                }
              });
    }
    for (QualifiedName wanted : model.schema().sequences().keySet()) {
      // What stays keeps its name, and gives nothing up.
      Map<String, String> here = formerNames.getOrDefault(wanted.namespace(), Map.of());
      if (!here.containsKey(wanted.local()) && schema.sequences().containsKey(wanted)) {
        here.values().removeIf(wanted.local()::equals);
        moved.values().removeIf(wanted::equals);
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
    moved.forEach(
        (wanted, former) -> {
          if (schema.sequences().containsKey(former)) {
            Relocation.ofSequence(schema, former, wanted)
                .ifPresent(
                    steps -> {
                      createNamespace(wanted);
                      steps.forEach(this::make);
                    });
          }
        });
  }

  private Optional<QualifiedName> formerSequence(QualifiedName wanted) {
    return new TreeMap<>(oldTables)
        .entrySet().stream()
            .filter(table -> wanted.local().startsWith(table.getKey().local() + "_"))
            .flatMap(table -> formerSequences(wanted, table.getKey(), table.getValue()))
            .filter(former -> !former.equals(wanted) && schema.sequences().containsKey(former))
            .findFirst();
  }

  /** Beside the one that is wanted, or where the table was. */
  private static Stream<QualifiedName> formerSequences(
      QualifiedName wanted, QualifiedName table, QualifiedName old) {
    String local = old.local() + wanted.local().substring(table.local().length());
    Stream<QualifiedName> beside = Stream.of(wanted.withLocal(local));
    return wanted.namespace().equals(table.namespace())
        ? Stream.concat(beside, Stream.of(old.withLocal(local)))
        : beside;
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
