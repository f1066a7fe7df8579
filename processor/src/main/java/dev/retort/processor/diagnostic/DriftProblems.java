package dev.retort.processor.diagnostic;

import dev.retort.problem.Problem;
import java.util.Optional;

/** Where entities and revisions disagree: RT2xx. */
public final class DriftProblems {

  private final String head;
  private final String fix;

  /**
   * The texts for one comparison.
   *
   * @param head the id of the newest revision; empty if there is none
   * @param suggestedMessage the message that a draft would get
   * @param draft where a draft of the missing revision was left; empty where it could not be
   */
  public DriftProblems(String head, String suggestedMessage, Optional<String> draft) {
    this.head = head;
    this.fix =
        "compile with -Aretort.message=\""
            + suggestedMessage
            + "\" (in Maven -Dretort.message) to write the missing revision"
            + draft.map(path -> "; its draft is at " + path).orElse("")
            + ".";
  }

  /** The entities have something that the revisions do not create. */
  public Problem notCreated(String what) {
    return new Problem(
        "RT201",
        "Schema drift: "
            + what
            + " is mapped here, but "
            + (head.isEmpty()
                ? "there is no migration that creates it."
                : migrations() + " do not create it."),
        fix);
  }

  /** The revisions create something that the entities no longer have. */
  public Problem notMapped(String what) {
    return new Problem(
        "RT202",
        "Schema drift: " + migrations() + " create " + what + ", which no entity maps any more.",
        "map it again, or " + fix);
  }

  /** Both have it, but not alike. */
  public Problem differs(String what, String mapped, String created) {
    return new Problem(
        "RT203",
        "Schema drift: "
            + what
            + " is mapped here as "
            + mapped
            + ", but "
            + migrations()
            + " make it "
            + created
            + ".",
        fix);
  }

  private String migrations() {
    return head.isEmpty() ? "the migrations" : "the migrations up to head " + head;
  }
}
