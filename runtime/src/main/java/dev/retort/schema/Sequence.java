package dev.retort.schema;

import static java.util.Objects.requireNonNull;

/**
 * A sequence that stands by itself (an identity column's own sequence is not listed).
 *
 * @param name the sequence's name
 * @param start the first value
 * @param increment the step, not 0
 */
public record Sequence(QualifiedName name, long start, long increment) {

  public Sequence {
    requireNonNull(name, "name");
    if (increment == 0) {
      throw new IllegalArgumentException("a sequence's increment must not be 0");
    }
  }
}
