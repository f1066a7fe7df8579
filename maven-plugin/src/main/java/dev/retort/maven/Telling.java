package dev.retort.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Sorts what a command tells on its second stream: progress is logged as it comes, what a
 * compilation said is kept until it is known whether that was an error, and a problem for the error
 * that the goal ends with.
 */
final class Telling implements Consumer<String> {

  private static final String PROBLEM = "[RT";

  /** What a compilation says begins with its place in the sources, and may go on indented. */
  private static final Pattern PLACE =
      Pattern.compile("\\S.*?:(?:\\[\\d+,\\d+\\]| \\[RT\\d{3}\\]) .*");

  private final Consumer<String> log;
  private final List<String> problem = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private boolean atPlace;

  Telling(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void accept(String line) {
    if (!problem.isEmpty() || line.startsWith(PROBLEM)) {
      problem.add(line);
    } else if (PLACE.matcher(line).matches() || (atPlace && line.startsWith(" "))) {
      atPlace = true;
      places.add(line);
    } else {
      atPlace = false;
      log.accept(line);
    }
  }

  /** What was said of places in the sources, line by line: errors where the command failed. */
  List<String> places() {
    return List.copyOf(places);
  }

  /** The problem's paragraph; empty if none was told. */
  String problem() {
    return String.join("\n", problem);
  }
}
