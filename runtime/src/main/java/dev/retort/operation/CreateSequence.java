package dev.retort.operation;

import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import java.util.List;
import java.util.Optional;

/** Creates a sequence. */
public record CreateSequence(Sequence sequence) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withSequence(sequence);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new DropSequence(sequence.name())));
  }

  @Override
  public String describe() {
    return "create sequence " + sequence.name();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
