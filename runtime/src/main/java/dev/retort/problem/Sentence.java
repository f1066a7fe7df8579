package dev.retort.problem;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes one sentence of what compilers, drivers and exceptions say, so that it fits a message. */
public final class Sentence {

  private static final Pattern STEERING =
      Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private Sentence() {}

  /**
   * The text on one line, its lines parted by semicolons where they end without a mark of their
   * own, and with a full stop at the end unless it has another mark there. Characters that would
   * steer a terminal (controls, directions of writing) become question marks.
   */
  public static String of(String text) {
    String line =
        Arrays.stream(text.strip().split("\\R"))
            .map(part -> part.strip().replaceAll("\\s+", " "))
            .map(part -> STEERING.matcher(part).replaceAll("?"))
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
