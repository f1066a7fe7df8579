package dev.retort.processor.entity.binding;

import dev.retort.problem.Problem;
import java.util.Optional;

/** Leaves the mapping of one attribute or class; caught where the next one begins. */
final class Unmappable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Problem> problem;

  Unmappable(Problem problem) {
    super(problem.text());
    this.problem = Optional.of(problem);
  }

  private Unmappable() {
    super("a consequence of what could not be mapped elsewhere");
    this.problem = Optional.empty();
  }

  /** What cannot be mapped because something else could not, which is reported there. */
  static Unmappable consequence() {
    return new Unmappable();
  }

  /** What is to be reported, if this is no mere consequence. */
  Optional<Problem> problem() {
    return problem;
  }
}
