package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Changes the step of a sequence, which goes on from where it is.
 *
 * @param sequence the sequence's name
 * @param increment the new step, not 0
 */
public record AlterSequence(QualifiedName sequence, long increment) implements Operation {

  public AlterSequence {
    Sequence.requireIncrement(increment);
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withSequenceChanged(sequence, s -> s.withIncrement(increment));
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    long old = before.requireSequence(sequence).increment();
    return Optional.of(List.of(new AlterSequence(sequence, old)));
  }

  @Override
  public String describe() {
    return "alter sequence " + sequence + " increment by " + increment;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
