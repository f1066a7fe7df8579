package dev.retort.processor.diagnostic;

import dev.retort.problem.Problem;
import dev.retort.problem.Sentence;
import java.util.List;

/** What is told of a revision that is to stand in place of several. */
public final class SquashProblems {

  private static final String UNCHANGED = "No revisions were squashed: ";

  private SquashProblems() {}

  /** RT411: what was written is no range. */
  public static Problem noRange(String written) {
    return refused(
        "'" + written + "' is no range.",
        "name the first and the last revision with a colon between them: -Aretort.squash=base:ID.");
  }

  /** RT411: an end that is not one revision. */
  public static Problem notOne(String target, List<String> ids) {
    return refused(
        target
            + " is not one revision"
            + (ids.isEmpty() ? "." : " but " + String.join(" and ", ids) + "."),
        "name one revision at each end: -Aretort.squash=ID:ID.");
  }

  /** RT411: fewer than two. */
  public static Problem nothingBetween(String first, String last) {
    return refused(
        "from " + first + " to " + last + " there are no two revisions that follow each other.",
        "name the older one first: -Aretort.squash=ID:ID; history shows them.");
  }

  /** RT411: a merge inside takes in what is outside. */
  public static Problem leadsIn(String inside, String outside) {
    return refused(
        "revision " + inside + " also follows " + outside + ", which is not among them.",
        "begin before these branches part, or with a revision after " + inside + ".");
  }

  /** RT411: a revision outside follows one that would be gone. */
  public static Problem leadsOut(String outside, String inside) {
    return refused(
        "revision " + outside + ", which is not among them, needs " + inside + ".",
        "end at "
            + inside
            + ", or begin after it; a merge closes a branch that is to be included.");
  }

  /** RT411: what was one revision each is not possible as one. */
  public static Problem impossible(String why) {
    return refused(
        Sentence.of(why),
        "squash fewer revisions: end before the one that needs this, or begin after it.");
  }

  /** RT412: code that cannot be written as source. */
  public static Problem runsCode(String id, String label) {
    return new Problem(
        "RT412",
        UNCHANGED
            + "revision "
            + id
            + " runs '"
            + label
            + "', Java code that cannot be copied into another revision.",
        "end before revision " + id + " or begin after it.");
  }

  /** RT413: where the draft was left. */
  public static Problem squashed(String path, int count, String id) {
    return new Problem(
        "RT413",
        "A revision in place of " + count + " was drafted as " + id + " at " + path + ".",
        "put it in place of their classes; retort squash does, and proves that nothing else changes.");
  }

  private static Problem refused(String why, String fix) {
    return new Problem("RT411", UNCHANGED + why, fix);
  }
}
