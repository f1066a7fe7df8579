package dev.retort.migrate;

import dev.retort.problem.Problem;
import java.util.List;

/** What follows from the revisions, a database's recorded state and a target. */
public sealed interface MigrationPlan {

  /**
   * The steps to make, in order; none if there is nothing to do.
   *
   * @throws MigrationRefusedException if the database must not be touched
   */
  List<MigrationStep> steps();

  /** There is nothing to do. */
  record UpToDate() implements MigrationPlan {
    @Override
    public List<MigrationStep> steps() {
      return List.of();
    }
  }

  /** Steps to make, in order; at least one. */
  record Pending(List<MigrationStep> steps) implements MigrationPlan {
    public Pending {
      steps = List.copyOf(steps);
    }
  }

  /** The database must not be touched. */
  record Refused(Problem problem) implements MigrationPlan {
    @Override
    public List<MigrationStep> steps() {
      throw Failures.refused(problem);
    }
  }

  static MigrationPlan of(List<MigrationStep> steps) {
    return steps.isEmpty() ? new UpToDate() : new Pending(steps);
  }
}
