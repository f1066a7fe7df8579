package dev.retort.revision;

import java.util.Set;
import java.util.regex.Pattern;

/** The form of revision ids and of branch labels. */
public final class RevisionId {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_]{1,40}");

  /** Words that mean a place in the history wherever an id may stand. */
  private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

  private RevisionId() {}

  /** Whether the text can be an id: 1 to 40 letters, digits or underscores, not a reserved word. */
  public static boolean isWellFormed(String id) {
    return FORM.matcher(id).matches() && !RESERVED.contains(id);
  }

  /**
   * Whether the text can name a branch: a letter, then up to 39 letters, digits or underscores, not
   * a reserved word.
   */
  public static boolean isWellFormedLabel(String label) {
    return isWellFormed(label) && Character.isLetter(label.charAt(0));
  }
}
