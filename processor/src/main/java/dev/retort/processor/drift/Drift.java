package dev.retort.processor.drift;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.processor.entity.EntityModel;
import dev.retort.processor.entity.SchemaPath;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The difference between what the revisions create and what the entities say.
 *
 * @param chain the schema of the chain
 * @param renamed that schema once the renames that the entities state are made
 * @param model what the entities say
 * @param operations the way from the chain to the model, renames first; empty when they agree
 * @param lookAlikes what may be a rename and is not stated to be one: what comes, and what goes
 *     that it looks like
 * @param ambiguous what is stated to be renamed and cannot be told from what
 */
public record Drift(
    Schema chain,
    Schema renamed,
    EntityModel model,
    List<Operation> operations,
    Map<SchemaPath, List<SchemaPath>> lookAlikes,
    Set<SchemaPath> ambiguous) {

  /** Compares a chain's schema with a model that was read without errors. */
  public static Drift between(Schema chain, EntityModel model) {
    Renames.Stated renames = Renames.in(chain, model);
    List<Operation> rest =
        SchemaDiffer.diff(renames.schema(), withPrerequisites(model.schema(), chain));
    return new Drift(
        chain,
        renames.schema(),
        model,
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
    namespaces.remove("public");
    return model.withPrerequisites(chain.prerequisites().withNamespaces(namespaces));
  }

  /** The schema that the operations lead to: the entities', but for names that do not matter. */
  public Schema reached() {
    Schema schema = chain;
    for (Operation operation : operations) {
      schema = operation.applyTo(schema);
    }
    return schema;
  }

  public boolean isEmpty() {
    return operations.isEmpty();
  }

  /** Whether the column is there before and after: it is dropped and added to be changed. */
  boolean isRebuilt(QualifiedName table, String column) {
    return Stream.of(renamed, model.schema())
        .allMatch(schema -> schema.table(table).flatMap(t -> t.column(column)).isPresent());
  }

  /** Whether nobody but the user can say what the operations are. */
  public boolean isUndecided() {
    return !lookAlikes.isEmpty() || !ambiguous.isEmpty();
  }
}
