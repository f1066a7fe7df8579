package dev.retort.cli.project;

import dev.retort.problem.Problem;
import dev.retort.problem.RetortException;
import java.util.List;

/** The project is not in a state that the command can work with. */
public final class ProjectException extends RetortException {

  private static final long serialVersionUID = 1L;

  private final transient List<Message> messages;

  /** A problem that is about no place in the sources. */
  public ProjectException(Problem problem) {
    this(problem, List.of());
  }

  ProjectException(Problem problem, List<Message> messages) {
    super(problem);
    this.messages = List.copyOf(messages);
  }

  /** What the compiler said; none where the problem says it all. */
  public List<Message> messages() {
    return messages;
  }
}
