package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Drops a sequence. */
public record DropSequence(QualifiedName sequence) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withoutSequence(sequence);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new CreateSequence(before.requireSequence(sequence))));
  }

  @Override
  public String describe() {
    return "drop sequence " + sequence;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
