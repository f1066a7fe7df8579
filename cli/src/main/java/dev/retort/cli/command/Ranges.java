package dev.retort.cli.command;

/** Ranges of revisions, where a target is wanted. */
final class Ranges {

  private Ranges() {}

  /** Says that only a script can begin elsewhere than where the database is. */
  static void refuse(String target, String command) {
    if (target.contains(":")) {
      throw Usage.refused(
          "the range " + target + " is for --sql; a database begins where it is", command);
    }
  }
}
