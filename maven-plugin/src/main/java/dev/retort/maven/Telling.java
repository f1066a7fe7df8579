package dev.retort.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sorts what a command tells on its second stream: progress is logged as it comes, a problem is
 * kept for the error that the goal ends with.
 */
final class Telling implements Consumer<String> {

  private static final String PROBLEM = "[RT";

  private final Consumer<String> log;
  private final List<String> problem = new ArrayList<>();

  Telling(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void accept(String line) {
    if (!problem.isEmpty() || line.startsWith(PROBLEM)) {
      problem.add(line);
    } else {
      log.accept(line);
    }
  }

  /** The problem's paragraph; empty if none was told. */
  String problem() {
    return String.join("\n", problem);
  }
}
