package dev.retort.processor.entity.binding;

import dev.retort.problem.Problem;

/** Leaves the mapping of one attribute or class; caught where the next one begins. */
final class Unmappable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Unmappable(Problem problem) {
    super(problem.text());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
