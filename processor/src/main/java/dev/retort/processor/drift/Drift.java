package dev.retort.processor.drift;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.processor.entity.EntityModel;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The difference between what the revisions create and what the entities say.
 *
 * @param chain the schema of the chain
 * @param renamed that schema once the renames that the entities state are made
 * @param model what the entities say
 * @param meant the schema of that, with what no entity is to have
 * @param operations the way from the chain to the model, renames first; empty when they agree
 * @param lookAlikes what may be a rename and is not stated to be one: what comes, and what goes
 *     that it looks like
 * @param ambiguous what is stated to be renamed and cannot be told from what
 */
public record Drift(
    Schema chain,
    Schema renamed,
    EntityModel model,
    Schema meant,
    List<Operation> operations,
    Map<SchemaPath, List<SchemaPath>> lookAlikes,
    Set<SchemaPath> ambiguous) {

  /**
   * Compares a chain's schema with a model that was read without errors.
   *
   * @param history the operations that lead to the chain's schema, in order
   * @param unmapped what no entity is to have
   */
  public static Drift between(
      Schema chain, List<Operation> history, EntityModel model, Unmapped unmapped) {
    Renames.Stated renames = Renames.in(chain, Lineage.of(history), model);
    Schema meant = unmapped.addedTo(model.schema(), renames.schema());
    List<Operation> rest = SchemaDiffer.diff(renames.schema(), withPrerequisites(meant, chain));
    return new Drift(
        chain,
        renames.schema(),
        model,
        meant,
        Stream.concat(renames.operations().stream(), rest.stream()).toList(),
        LookAlikes.among(rest, renames.schema(), model.formerNames().keySet()),
        renames.ambiguous());
  }

  /**
   * Entities say only where their tables are. A namespace that the chain uses and does not create
   * is somebody else's, and what it creates beyond the model is the user's business.
   */
  private static Schema withPrerequisites(Schema model, Schema chain) {
    Set<String> namespaces = new TreeSet<>(model.namespacesInUse());
    namespaces.removeAll(chain.namespacesInUse());
    namespaces.remove(QualifiedName.DEFAULT_NAMESPACE);
    return model.withPrerequisites(chain.prerequisites().withNamespaces(namespaces));
  }

  /** The schema that the operations lead to: the entities', but for names that do not matter. */
  public Schema reached() {
    return Operation.applyAll(operations, chain);
  }

  /** Whether there is nothing to do or to decide. */
  public boolean isEmpty() {
    return operations.isEmpty() && ambiguous.isEmpty();
  }

  /** The column's name in the chain, if this is one that it is given only for a while. */
  String beforeRenames(QualifiedName table, String column) {
    return operations.stream()
        .filter(RenameColumn.class::isInstance)
        .map(RenameColumn.class::cast)
        .filter(rename -> rename.table().equals(table) && rename.newName().equals(column))
        .filter(rename -> !SchemaPath.column(table, column).isIn(meant))
        .map(RenameColumn::column)
        .findFirst()
        .orElse(column);
  }

  /** Whether what is stated leads from the path to others that are mapped, and back to it. */
  boolean takesPlacesInCircle(SchemaPath path) {
    Set<SchemaPath> seen = new HashSet<>();
    Optional<SchemaPath> at = Optional.of(path);
    while (at.isPresent() && seen.add(at.get())) {
      SchemaPath place = at.get();
      at =
          model.formerNames().getOrDefault(place, List.of()).stream()
              .filter(former -> !former.equals(place) && former.isIn(renamed))
              .findFirst();
    }
    return at.equals(Optional.of(path));
  }

  /** Whether nobody but the user can say what the operations are. */
  public boolean isUndecided() {
    return !lookAlikes.isEmpty() || !ambiguous.isEmpty();
  }
}
