package dev.retort.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Any text inside Java source, without changing what the source means. */
final class JavaText {

  private JavaText() {}

  /** A string literal of the text. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                  if (isPlain(c)) {
                    literal.appendCodePoint(c);
                  } else {
                    for (char unit : Character.toChars(c)) {
                      literal.append(escape(unit));
                    }
                  }
                }
              }
            });
    return literal.append('"').toString();
  }

  /**
   * The same in ASCII alone, for sources that javac writes and reads in an encoding that may not
   * have every character.
   */
  static String asciiLiteral(String text) {
    StringBuilder literal = new StringBuilder();
    for (char c : literal(text).toCharArray()) {
      if (c < 128) {
        literal.append(c);
      } else {
        literal.append(escape(c));
      }
    }
    return literal.toString();
  }

  private static String escape(char c) {
    return String.format("\\u%04x", (int) c);
  }

  /**
   * The lines of a text block of the text, which ends in a line feed; empty where a reader would
   * not see what is in the text.
   */
  static Optional<List<String>> textBlock(String text) {
    boolean readable = text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPlain(c));
    if (!readable || !text.endsWith("\n")) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      String escaped =
          line.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").replace("\t", "\\t");
      lines.add(
          escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped);
    }
    return Optional.of(lines);
  }

  /**
   * The text as a line comment after {@code //}: whatever names are in it, it stays one line, and
   * no backslash in it begins a Unicode escape.
   */
  static String lineComment(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints().forEach(c -> line.appendCodePoint(isPlain(c) ? c : '?'));
    return line.toString().replace("\\u", "\\ u");
  }

  /**
   * The text as words of a Javadoc comment: nothing in it is markup, a tag, the end of the comment
   * or a Unicode escape, and every white space is one space.
   */
  static String javadoc(String text) {
    StringBuilder words = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> c == ' ' || !Character.isISOControl(c))
        .forEach(
            c -> {
              if (c == '<') {
                words.append("&lt;");
              } else if (c == '>') {
                words.append("&gt;");
              } else if (c == '&') {
                words.append("&amp;");
              } else if ("@{}*\\".indexOf(c) >= 0 || !isPlain(c)) {
                words.append("&#").append(c).append(';');
              } else {
                words.appendCodePoint(c);
              }
            });
    return words.toString().strip().replaceAll(" +", " ");
  }

  /** Whether a reader sees the character as what it is. */
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c == ' ' || !Character.isSpaceChar(c);
    };
  }
}
