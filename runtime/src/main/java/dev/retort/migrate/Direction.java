package dev.retort.migrate;

import java.util.Locale;

/** What was done with a revision. */
public enum Direction {
  UPGRADE("applied"),
  DOWNGRADE("took back"),
  /** The database was declared to be at the revision; nothing was run. */
  STAMP("stamped the database with"),
  /** That the revision is not any more what was applied was accepted; nothing was run. */
  REPAIR("accepted the changed");

  private final String done;

  Direction(String done) {
    this.done = done;
  }

  /** What was done, before the revision's name. */
  String done() {
    return done;
  }

  /** Whether operations of the revision were run. */
  boolean runs() {
    return this == UPGRADE || this == DOWNGRADE;
  }

  /** The word that the history table holds. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Direction ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
