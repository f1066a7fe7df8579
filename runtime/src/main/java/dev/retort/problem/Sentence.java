package dev.retort.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Makes one sentence of what compilers, drivers and exceptions say, so that it fits a message. */
public final class Sentence {

  private Sentence() {}

  /**
   * The text on one line, its lines parted by semicolons where they end without a mark of their
   * own, and with a full stop at the end unless it has another mark there.
   */
  public static String of(String text) {
    String line =
        Arrays.stream(text.strip().split("\\R"))
            .map(part -> part.strip().replaceAll("\\s+", " "))
            .filter(part -> !part.isEmpty())
            .map(part -> endsInMark(part, ".?!:;,") ? part : part + ";")
            .collect(Collectors.joining(" "));
    String open = line.endsWith(";") ? line.substring(0, line.length() - 1) : line;
    return endsInMark(open, ".?!") ? open : open + ".";
  }

  private static boolean endsInMark(String text, String marks) {
    return !text.isEmpty() && marks.indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
