package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Renames a sequence, which goes on from where it is; defaults that draw on it follow. */
public record RenameSequence(QualifiedName sequence, String newName) implements Operation {

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withSequenceRenamed(sequence, newName);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new RenameSequence(sequence.withLocal(newName), sequence.local())));
  }

  @Override
  public String describe() {
    return "rename sequence " + sequence + " to " + newName;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
