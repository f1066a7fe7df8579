package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Moves a sequence to another namespace, where it goes on from where it is; defaults that draw on
 * it follow.
 *
 * @param sequence the sequence, where it is
 * @param namespace the namespace that it is to be in, or empty for the one that migrations run in
 */
public record MoveSequence(QualifiedName sequence, Optional<String> namespace)
    implements Operation {

  public MoveSequence {
    if (sequence.namespace().equals(namespace)) {
      throw new IllegalArgumentException("sequence " + sequence + " is in that namespace already");
    }
  }

  /** The sequence's name afterwards. */
  public QualifiedName moved() {
    return new QualifiedName(namespace, sequence.local());
  }

  @Override
  public Schema applyTo(Schema schema) {
    return schema.withSequenceMoved(sequence, namespace);
  }

  @Override
  public Optional<List<Operation>> inverse(Schema before) {
    return Optional.of(List.of(new MoveSequence(moved(), sequence.namespace())));
  }

  @Override
  public String describe() {
    return "move sequence " + sequence + " to " + namespace.orElse("the default namespace");
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
