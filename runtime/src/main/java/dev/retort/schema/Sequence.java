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
    requireIncrement(increment);
  }

  public Sequence withName(QualifiedName newName) {
    return new Sequence(newName, start, increment);
  }

  /** The same sequence with another step. */
  public Sequence withIncrement(long newIncrement) {
    return new Sequence(name, start, newIncrement);
  }

  /**
   * Checks a step.
   *
   * @throws IllegalArgumentException if it is 0
   */
  public static void requireIncrement(long increment) {
    if (increment == 0) {
      throw new IllegalArgumentException("a sequence's increment must not be 0");
    }
  }
}
