package dev.retort.processor.drift;

import dev.retort.diff.SchemaDiffer;
import dev.retort.operation.Operation;
import dev.retort.processor.entity.EntityModel;
import dev.retort.schema.Schema;
import java.util.List;

/**
 * The difference between what the revisions create and what the entities say.
 *
 * @param chain the schema of the chain
 * @param model what the entities say
 * @param operations the way from the one to the other; empty when they agree
 */
public record Drift(Schema chain, EntityModel model, List<Operation> operations) {

  public static Drift between(Schema chain, EntityModel model) {
    return new Drift(chain, model, SchemaDiffer.diff(chain, model.schema()));
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
}
