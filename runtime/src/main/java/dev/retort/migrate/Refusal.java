package dev.retort.migrate;

import dev.retort.problem.Problem;

/** A way out of a decision, never out of {@link Planner}. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.text(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
