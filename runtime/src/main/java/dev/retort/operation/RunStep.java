package dev.retort.operation;

import static java.util.Objects.requireNonNull;

import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Runs Java code against the database at this place of the sequence, at migration time only.
 *
 * @param label what the step does, for people; the only part that the revision's checksum sees
 * @param step the code; never run while a revision is replayed
 */
public record RunStep(String label, Step step) implements Operation {

  public RunStep {
    if (label.isBlank()) {
      throw new IllegalArgumentException("a step needs a label");
    }
    requireNonNull(step, "step");
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema;
  }

  /** Empty: what undoes a step is for its author to say. */
  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.empty();
  }

  @Override
  public String describe() {
    return "run " + label;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
