package dev.retort.revision;

import java.util.Set;

/** The form of revision ids and of branch labels. */
public final class RevisionId {

  private static final int LONGEST = 40;

  /** Words that mean a place in the history wherever an id may stand. */
  private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

  private RevisionId() {}

  /** Whether the text can be an id: 1 to 40 letters, digits or underscores, not a reserved word. */
  public static boolean isWellFormed(String id) {
    if (id.isEmpty() || id.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return !RESERVED.contains(id);
  }

  /**
   * Whether the text can name a branch: a letter, then up to 39 letters, digits or underscores, not
   * a reserved word.
   */
  public static boolean isWellFormedLabel(String label) {
    return isWellFormed(label) && Character.isLetter(label.charAt(0));
  }
}
