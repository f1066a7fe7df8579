package dev.retort.revision;

import java.util.List;

/** What can be wrong with a set of revisions. */
public sealed interface GraphProblem {

  /** What is wrong, as the part of a sentence that begins in lower case. */
  String describe();

  /** An id that is not of the form that {@link RevisionId} demands. */
  record MalformedId(String id) implements GraphProblem {
    @Override
    public String describe() {
      return "'" + id + "' cannot be a revision id";
    }
  }

  /** An id that several revisions bear. */
  record DuplicateId(String id) implements GraphProblem {
    @Override
    public String describe() {
      return "revision id " + id + " is used more than once";
    }
  }

  /** A revision that follows one that does not exist. */
  record MissingDownRevision(String id, String missing) implements GraphProblem {
    @Override
    public String describe() {
      return "revision " + id + " follows revision " + missing + ", which does not exist";
    }
  }

  /** A revision that depends on one that does not exist. */
  record MissingDependency(String id, String missing) implements GraphProblem {
    @Override
    public String describe() {
      return "revision " + id + " depends on revision " + missing + ", which does not exist";
    }
  }

  /** A branch label that is not of the form that {@link RevisionId} demands, or is an id. */
  record MalformedLabel(String id, String label) implements GraphProblem {
    @Override
    public String describe() {
      return "'" + label + "' cannot be a branch label";
    }
  }

  /** A branch label that several revisions give. */
  record DuplicateLabel(String label, List<String> ids) implements GraphProblem {
    @Override
    public String describe() {
      return "branch label " + label + " is given by several revisions: " + String.join(", ", ids);
    }
  }

  /**
   * Revisions that follow, or depend on, each other in a circle.
   *
   * @param ids the circle, each revision followed by the one that it follows or depends on
   */
  record Cycle(List<String> ids) implements GraphProblem {
    @Override
    public String describe() {
      return "revisions follow each other in a circle: " + String.join(", ", ids);
    }
  }
}
