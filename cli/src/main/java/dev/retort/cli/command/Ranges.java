package dev.retort.cli.command;

import java.util.regex.Pattern;

/** Ranges of revisions, where a target is wanted or a range without a database. */
final class Ranges {

  private static final Pattern CURRENT = Pattern.compile("(?<![\\w@])current(?!\\w)");

  /** A place that counts from where the database is, as in {@code -3:current}. */
  private static final Pattern COUNTED = Pattern.compile("(?<!\\w)(?:[+-]\\d|current\\b)");

  private Ranges() {}

  /** Whether a target or a range can be found only where it is known where the database is. */
  static boolean countsFromDatabase(String range) {
    return COUNTED.matcher(range).find();
  }

  /** Says that a script is made without asking a database where it is. */
  static void requireNoDatabase(String range, String command) {
    if (CURRENT.matcher(range).find()) {
      throw Usage.refused(
          "current is where a database is, and --sql asks none: name the revision", command);
    }
  }

  /** Says that only a script can begin elsewhere than where the database is. */
  static void refuse(String target, String command) {
    if (target.contains(":")) {
      throw Usage.refused(
          "the range " + target + " is for --sql; a database begins where it is", command);
    }
  }
}
