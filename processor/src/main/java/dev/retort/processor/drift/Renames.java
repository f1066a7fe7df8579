package dev.retort.processor.drift;

import dev.retort.operation.DropObject;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameSequence;
import dev.retort.operation.RenameTable;
import dev.retort.processor.entity.EntityModel;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.DefinedObjects;
import dev.retort.schema.ObjectDependencies;
import dev.retort.schema.ObjectId;
import dev.retort.schema.ObjectNames;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the renames that the entities state and the chain has not made: those whose new name is
 * missing and whose old one is there. A sequence that was named after its table follows it.
 */
final class Renames {

  private final EntityModel model;
  private final List<Operation> operations = new ArrayList<>();
  private final Set<SchemaPath> ambiguous = new LinkedHashSet<>();
  private final Map<QualifiedName, QualifiedName> oldTables = new HashMap<>();
  private Schema schema;

  private Renames(Schema chain, EntityModel model) {
    this.schema = chain;
    this.model = model;
  }

  /**
   * The renames that are stated.
   *
   * @param operations how they are made, tables first
   * @param schema what the chain's schema becomes by them
   * @param ambiguous what may have been several things, or what several may have been; it is not
   *     renamed
   */
  record Stated(List<Operation> operations, Schema schema, Set<SchemaPath> ambiguous) {}

  static Stated in(Schema chain, EntityModel model) {
    Renames renames = new Renames(chain, model);
    renames.find(SchemaPath.Kind.TABLE);
    renames.sequences();
    renames.find(SchemaPath.Kind.COLUMN);
    return new Stated(List.copyOf(renames.operations), renames.schema, renames.ambiguous);
  }

  /** Repeats itself as long as a rename makes room for another, as where one moves up for one. */
  private void find(SchemaPath.Kind kind) {
    List<SchemaPath> stated =
        model.formerNames().keySet().stream()
            .filter(path -> path.kind() == kind)
            .sorted(Comparator.comparing(SchemaPath::owner).thenComparing(SchemaPath::name))
            .toList();
    boolean found = true;
    while (found) {
      Map<SchemaPath, List<SchemaPath>> claims = claims(stated);
      found = false;
      for (Map.Entry<SchemaPath, List<SchemaPath>> claim : claims.entrySet()) {
        List<SchemaPath> olds = claim.getValue();
        long claimants =
            claims.values().stream().filter(others -> others.contains(olds.get(0))).count();
        if (olds.size() > 1 || claimants > 1) {
          ambiguous.add(claim.getKey());
        } else {
          rename(olds.get(0), claim.getKey());
          found = true;
          break;
        }
      }
    }
  }

  /** For each stated path that is missing, those of its former names that are there. */
  private Map<SchemaPath, List<SchemaPath>> claims(List<SchemaPath> stated) {
    Map<SchemaPath, List<SchemaPath>> claims = new LinkedHashMap<>();
    for (SchemaPath path : stated) {
      if (!exists(path) && !ambiguous.contains(path)) {
        List<SchemaPath> olds =
            model.formerNames().get(path).stream()
                .map(former -> withName(path, former))
                .filter(this::exists)
                .toList();
        if (!olds.isEmpty()) {
          claims.put(path, olds);
        }
      }
    }
    return claims;
  }

  private boolean exists(SchemaPath path) {
    return schema
        .table(path.owner())
        .filter(
            table -> path.kind() == SchemaPath.Kind.TABLE || table.column(path.name()).isPresent())
        .isPresent();
  }

  private static SchemaPath withName(SchemaPath path, String name) {
    return path.kind() == SchemaPath.Kind.TABLE
        ? SchemaPath.table(path.owner().withLocal(name))
        : SchemaPath.column(path.owner(), name);
  }

  private void rename(SchemaPath from, SchemaPath to) {
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
    for (QualifiedName wanted : model.schema().sequences().keySet()) {
      if (!schema.sequences().containsKey(wanted)) {
        formerSequence(wanted)
            .ifPresent(former -> make(new RenameSequence(former, wanted.local())));
      }
    }
  }

  private Optional<QualifiedName> formerSequence(QualifiedName wanted) {
    return oldTables.entrySet().stream()
        .filter(table -> wanted.local().startsWith(table.getKey().local() + "_"))
        .map(
            table ->
                wanted.withLocal(
                    table.getValue().local()
                        + wanted.local().substring(table.getKey().local().length())))
        .filter(former -> schema.sequences().containsKey(former))
        .filter(former -> !model.schema().sequences().containsKey(former))
        .findFirst();
  }

  /**
   * What names the old table or column in its text goes first, and is created again by the new name
   * from what is declared: so the way back finds the old name, too. A trigger follows its table.
   */
  private void stepAside(boolean tablesAlone, Predicate<ObjectNames> namesIt) {
    DefinedObjects objects = schema.definedObjects();
    Set<String> used = objects.isEmpty() ? Set.of() : ObjectNames.inTables(schema);
    List<ObjectId> aside =
        objects.stream()
            .filter(each -> !(tablesAlone && each instanceof Trigger))
            .filter(each -> namesIt.test(ObjectNames.needed(each)))
            .map(DefinedObject::id)
            .toList();
    Set<ObjectId> all = new TreeSet<>(ObjectDependencies.closure(objects, aside));
    all.removeIf(id -> id.kind().isRoutine() && used.contains(id.name().local()));
    ObjectDependencies.dropOrder(objects, all).forEach(id -> make(new DropObject(id)));
  }

  private void make(Operation operation) {
    operations.add(operation);
    schema = operation.applyTo(schema);
  }
}
