package dev.retort.schema;

/**
 * What a database says about a table, inside the call that creates it.
 *
 * @param text any text that PostgreSQL can store, so without NUL; not empty, which is no comment
 */
public record Comment(String text) implements TableElement {

  public Comment {
    requireText(text);
  }

  public static Comment comment(String text) {
    return new Comment(text);
  }

  static String requireText(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a comment must not be empty");
    }
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a comment must not contain a NUL character");
    }
    return text;
  }
}
