package dev.retort.cli.result;

import java.util.List;

/** Puts texts of lines together. */
final class Text {

  private Text() {}

  static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** Ids as a sentence names them; {@code base} for none. */
  static String place(List<String> ids) {
    return ids.isEmpty() ? "base" : String.join(", ", ids);
  }

  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
